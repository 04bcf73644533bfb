import { globSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { WrongUse } from '../command/faults.ts'
import { isPattern, MAX_FILE_BYTES, MAX_FILES, type Tree } from './tree.ts'

/** The files as they lie on the disk. */
export function workingTree(root: string): Tree {
  const shown = (file: string) => relative(root, resolve(root, file)).split(sep).join('/')
  return {
    name: 'the working tree',
    files(pattern) {
      if (!isPattern(pattern)) return isFile(resolve(root, pattern)) ? [shown(pattern)] : []
      const found = globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' || name === '.git' })
      if (found.length > MAX_FILES) throw new WrongUse(`${pattern} fits ${found.length} files: at most ${MAX_FILES}.`)
      return found
        .filter((file) => isFile(resolve(root, file)))
        .map(shown)
        .sort()
    },
    read(file) {
      const path = resolve(root, file)
      try {
        const { size } = statSync(path)
        if (size > MAX_FILE_BYTES) throw new WrongUse(`${file} has ${size} bytes: at most ${MAX_FILE_BYTES} are read.`)
        return readFileSync(path, 'utf8')
      } catch (error) {
        if (error instanceof WrongUse) throw error
        throw new WrongUse(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`)
      }
    },
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
