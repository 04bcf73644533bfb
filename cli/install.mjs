// Runs on any Node 20 with npm and nothing else: installs what package-lock.json asks for when it is not there yet.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lock = join(root, '.installing')

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
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { force: true })
      else await delay(200)
    }
  }
}

/** Whoever held the lock was interrupted. */
function isAbandoned() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

if (!isInstalled()) {
  await takeLock()
  try {
    if (!isInstalled()) install()
  } finally {
    rmSync(lock, { force: true })
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
