// Runs on any Node 20 with npm and nothing else: installs what package-lock.json asks for when it is not there yet.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lock = join(root, '.installing')
const ABANDONED_MS = 10 * 60_000

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

/** Every package that is wanted here is installed in the wanted version. Optional ones are for some platforms only. */
function isInstalled() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json')
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
    )
  } catch {
    return false
  }
}

/** Two commands that start at once must not install into each other's work: the second waits for the first. */
async function takeLock() {
  for (;;) {
    try {
      return mkdirSync(lock)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > ABANDONED_MS)
        rmSync(lock, { recursive: true })
      await delay(200)
    }
  }
}

if (!isInstalled()) {
  await takeLock()
  try {
    if (!isInstalled()) install()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function install() {
  console.log('Installing dependencies (once) …')
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'npm could not install the dependencies: the lines above say why. Check the network, then run this again.',
    )
    process.exitCode = status ?? 1
  }
}
