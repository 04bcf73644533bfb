import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from '../process.ts'
import { findOnPath, run } from '../run.ts'
import { machineSources, sourceFor } from './sources.ts'
import { readRelease } from './release.ts'

export interface Unpack {
  readonly packages: readonly string[]
  /** Name of the Debian suite; without it the machine's own sources are used as they are. */
  readonly suite?: string
  /** Paths that the servers don't need, as tar patterns. */
  readonly without?: readonly string[]
  readonly signal?: AbortSignal | undefined
}

/**
 * Unpacks packages with everything they depend on into a folder of their own: as any user, and nothing is installed.
 * apt believes that the machine is empty, so even the C library comes along, and a newer suite runs on an older system.
 */
export async function unpackPackages(folder: string, { packages, suite, without = [], signal }: Unpack): Promise<void> {
  for (const tool of ['apt-get', 'dpkg-deb', 'tar']) {
    if (!findOnPath(tool)) throw new Error(`${tool} is missing, and ${packages.join(', ')} can't be fetched without it`)
  }
  const apt = join(folder, 'apt')
  const options = await privateApt(apt, suite)
  await run('apt-get', [...options, '-q', 'update'], { signal })
  await run('apt-get', [...options, '-q', '-y', '-d', '--no-install-recommends', 'install', ...packages], { signal })
  await mergedUsr(folder)
  const archives = join(apt, 'cache/archives')
  const needed = readdirSync(archives).filter((name) => name.endsWith('.deb') && !/^(lib)?perl/.test(name))
  const exclude = ['./usr/share/doc', './usr/share/man', './usr/share/locale', ...without].map((p) => `--exclude=${p}`)
  const unpack = `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --keep-directory-symlink --no-same-owner "\${@:3}"`
  for (const name of needed) {
    const args = ['-o', 'pipefail', '-c', unpack, 'unpack', join(archives, name), folder, ...exclude]
    await run('bash', args, { signal })
  }
  await rm(apt, { recursive: true })
}

/** How to run a program of the folder: through its own loader, with its own libraries. */
export function fromRoot(folder: string, program: string): Command {
  const libraries = readdirSync(join(folder, 'usr/lib'))
    .map((name) => join(folder, 'usr/lib', name))
    .find((path) => existsSync(join(path, 'libc.so.6')))
  const loaders = [join(folder, 'usr/lib64'), join(folder, 'usr/lib'), libraries ?? ''].filter(existsSync)
  const loader = loaders
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .find((path) => /\/ld-linux[^/]*\.so\.\d+$/.test(path))
  if (!libraries || !loader) throw new Error(`${folder} has no C library: delete it, and it is fetched again`)
  return { command: loader, args: ['--library-path', libraries, join(folder, program)] }
}

async function privateApt(folder: string, suite: string | undefined): Promise<string[]> {
  for (const path of ['state/lists/partial', 'cache/archives/partial', 'log']) {
    await mkdir(join(folder, path), { recursive: true })
  }
  await writeFile(join(folder, 'status'), '')
  const settings = [
    `Dir::State=${folder}/state`,
    `Dir::State::lists=${folder}/state/lists`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}/cache`,
    `Dir::Log=${folder}/log`,
    // The folder belongs to whoever runs this, so apt's own download user could not write to it.
    'APT::Sandbox::User=',
    'APT::Update::Error-Mode=any',
    'Acquire::Retries=3',
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
  ]
  if (suite) {
    const { codename } = readRelease()
    const source = sourceFor(suite, codename, machineSources())
    if (!source) throw new Error(`apt has no source for ${codename} main here, so none for ${suite} can be derived`)
    await writeFile(join(folder, 'suite.sources'), source)
    settings.push(`Dir::Etc::sourcelist=${folder}/suite.sources`, 'Dir::Etc::sourceparts=/dev/null')
  }
  settings.push('Dir::Etc::preferencesparts=/dev/null')
  return settings.flatMap((setting) => ['-o', setting])
}

/** Packages of older suites still use /lib and /bin; on the machine itself these are links into /usr. */
async function mergedUsr(folder: string): Promise<void> {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    await mkdir(join(folder, 'usr', name), { recursive: true })
    await symlink(`usr/${name}`, join(folder, name))
  }
}
