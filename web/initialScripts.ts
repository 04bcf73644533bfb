import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface InitialScript {
  path: string
  /** As gzip at its best level sends it; brotli, which most browsers get, is an eighth less. */
  bytes: number
}

/** Every script that a page of the build loads before it is there: those it names, and what they import, not on demand. */
export function initialScripts(root: string, page = 'index.html'): InitialScript[] {
  const html = readFileSync(join(root, page), 'utf8')
  const open = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const sources = new Map<string, string>()
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (sources.has(path)) continue
    const source = readFileSync(join(root, path), 'utf8')
    sources.set(path, source)
    // `import … from "./name.js"` and `export … from "./name.js"`, while `import("./name.js")` waits until it is wanted.
    for (const [, name] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) open.push(`assets/${name}`)
  }
  return [...sources]
    .map(([path, source]) => ({ path, bytes: gzipSync(source, { level: 9 }).length }))
    .sort((one, other) => other.bytes - one.bytes)
}
