import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a path of the repository leads to in the site. `page` is Markdown, `source` any other text, `asset` a picture. */
export type Kind = 'page' | 'source' | 'listing' | 'asset'
export interface Place {
  kind: Kind
  /** From the repository's root, with slashes: `docs/api.md`. */
  path: string
  /** Where it is in the site: `api.html`. */
  address: string
}

const pictures = /\.(png|svg|jpe?g|webp|gif)$/
const inSite = (path: string) => (path.startsWith('docs/') ? path.slice('docs/'.length) : `repository/${path}`)

/** Undefined where there is no such file. A folder is its README, or else the list of its files. */
export function placeOf(path: string): Place | undefined {
  const clean = posix.normalize(path).replace(/\/$/, '')
  const file = join(root, clean)
  if (clean.startsWith('..') || !existsSync(file)) return undefined
  if (statSync(file).isDirectory()) {
    const readme = clean === '.' ? 'README.md' : `${clean}/README.md`
    if (existsSync(join(root, readme))) return placeOf(readme)
    return { kind: 'listing', path: clean, address: `${inSite(clean)}/index.html` }
  }
  if (clean.endsWith('.md')) {
    const address = inSite(clean).replace(/(^|\/)README\.md$/, '$1index.md')
    return { kind: 'page', path: clean, address: address.replace(/\.md$/, '.html') }
  }
  if (pictures.test(clean)) return { kind: 'asset', path: clean, address: inSite(clean) }
  return { kind: 'source', path: clean, address: `${inSite(clean)}.html` }
}

/** The place that a link written in `from` leads to. */
export const follow = (from: string, link: string) => placeOf(posix.join(posix.dirname(from), decodeURI(link)))

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')
export const fileOf = (path: string): string => join(root, path)

/** A folder's files and folders, by name. */
export const entriesOf = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && name !== 'dist')
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((entry) => ({ path: `${path}/${entry.name}`, name: entry.name, isFolder: entry.isDirectory() }))

/** The way from one address of the site to another. */
export const way = (from: string, to: string) => posix.relative(posix.dirname(from), to) || posix.basename(to)
