/** Builds the web client when its sources have changed since the last build. `npm run build:web` builds always. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compressFiles } from './compress.ts'

const web = fileURLToPath(new URL('.', import.meta.url))
export const webRoot = join(web, 'dist')
const stamp = join(webRoot, '.sources')

/** A hash over everything that the build reads here; dependencies by their lock file. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = [web, join(web, '../client')]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/dist/') && !file.endsWith('.test.ts'))
    .concat(join(web, '../package-lock.json'))
  for (const file of files.sort()) hash.update(file.slice(web.length)).update('\0').update(readFileSync(file))
  return hash.digest('base64url')
}

export async function build(): Promise<void> {
  // What Vite takes for its mode; started from a test it would build React's slower development version.
  // eslint-disable-next-line no-restricted-properties -- set for Vite, not read
  process.env.NODE_ENV = 'production'
  const { build: viteBuild } = await import('vite')
  await viteBuild({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' })
  await viteBuild({ root: web, configFile: join(web, 'serviceWorker.config.ts'), logLevel: 'warn' })
  await compressFiles(webRoot)
  writeFileSync(stamp, hashOfSources())
}

/** Resolves with whether a build was needed. */
export async function ensureBuilt(announce: () => void = () => {}): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return false
  announce()
  await build()
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build()
