import { execFileSync } from 'node:child_process'
import { matchesGlob, posix } from 'node:path'
import { didYouMean } from '../command/didYouMean.ts'
import { CouldNotRun, WrongUse } from '../command/faults.ts'
import { isPattern, MAX_FILE_BYTES, MAX_FILES, type Tree } from './tree.ts'

/**
 * The files as a branch, a tag or a commit has them.
 * @throws WrongUse     there is no such ref, or `root` is in no repository
 * @throws CouldNotRun  there is no git
 */
export function gitTree(root: string, ref: string): Tree {
  const git = (...args: string[]) => runGit(root, args)
  const commit = resolveRef(git, ref)
  const prefix = git('rev-parse', '--show-prefix').trim()
  const inRepository = (file: string) => posix.normalize(posix.join(prefix, file))
  let listed: string[] | undefined
  const all = () =>
    (listed ??= git('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit)
      .split('\0')
      .filter(Boolean)
      .map((file) => posix.relative(prefix || '.', file)))
  return {
    name: ref,
    files(pattern) {
      const wanted = posix.normalize(pattern)
      const found = all().filter((file) => (isPattern(wanted) ? matchesGlob(file, wanted) : file === wanted))
      if (found.length > MAX_FILES) throw new WrongUse(`${pattern} fits ${found.length} files: at most ${MAX_FILES}.`)
      return found.sort()
    },
    read: (file) => git('cat-file', 'blob', `${commit}:${inRepository(file)}`),
  }
}

type Git = (...args: string[]) => string

function resolveRef(git: Git, ref: string): string {
  try {
    git('rev-parse', '--git-dir')
  } catch (error) {
    if (error instanceof CouldNotRun) throw error
    throw new WrongUse(
      `"${ref}" is no file, and this folder is in no git repository, so it cannot be a git ref either.`,
    )
  }
  try {
    return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim()
  } catch (error) {
    if (error instanceof CouldNotRun) throw error
    const shallow = git('rev-parse', '--is-shallow-repository').trim() === 'true'
    const hint = shallow
      ? `This clone is shallow: fetch it first, as with \`git fetch --depth 1 origin ${ref.replace(/^origin\//, '')}\`, ` +
        'or set `fetch-depth: 0` for actions/checkout.'
      : 'Give a branch, a tag or a commit (`git branch -a` lists the branches), a file, or registry:ENVIRONMENT.'
    const refs = git('for-each-ref', '--count=1000', '--format=%(refname:short)').split('\n').filter(Boolean)
    throw new WrongUse(`There is no git ref and no file "${ref}".${didYouMean(ref, refs)} ${hint}`)
  }
}

function runGit(cwd: string, args: string[]): string {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 20 * MAX_FILE_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string }
    if (code === 'ENOENT') throw new CouldNotRun('git is not installed here, and comparing with a ref needs it.')
    throw new Error(`git ${args[0]}: ${stderr?.trim() ?? String(error)}`, { cause: error })
  }
}
