// Runs on any Node 20 with npm and nothing else: installs what package-lock.json asks for when it is not there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = join(root, 'node_modules/.package-lock.json')
const wanted = join(root, 'package-lock.json')
const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs

if (!current) {
  console.log('Installing dependencies (once) …')
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'npm could not install the dependencies: the lines above say why. Check the network, then run the command again.',
    )
    process.exit(status ?? 1)
  }
}
