// Runs on any Node 20 with npm and nothing else: installs what package-lock.json asks for when it is not there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = join(root, 'node_modules/.package-lock.json')
const wanted = join(root, 'package-lock.json')
const turn = join(root, '.installing')
const holder = join(turn, 'pid')
const isCurrent = () => existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs

if (!isCurrent()) {
  // An installation begins by deleting what is there: two at once delete each other's files.
  takeTurn()
  process.on('exit', () => rmSync(turn, { recursive: true, force: true }))
  if (!isCurrent()) install()
}

function install() {
  console.log('Installing dependencies (once) …')
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error(
    'npm could not install the dependencies: the lines above say why. Check the network, then run the command again.',
  )
  process.exit(status ?? 1)
}

/** Waits while another process installs. One that died holds nobody up. */
function takeTurn() {
  for (let waited = 0; ; waited++) {
    try {
      mkdirSync(turn)
      return writeFileSync(holder, String(process.pid))
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (waited === 0) console.log('Another process installs the dependencies: waiting for it …')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    if (waited > 4 && !isAlive()) rmSync(turn, { recursive: true, force: true })
  }
}

function isAlive() {
  try {
    process.kill(Number(readFileSync(holder, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
