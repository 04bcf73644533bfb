import { copyFileSync, cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { layOut } from './layout.ts'
import { navigation } from './navigation.ts'
import { renderPage } from './render.ts'
import { fileOf, placeOf, type Place } from './repository.ts'
import { searchScript, sectionsOf } from './searchIndex.ts'
import { renderListing, renderSource } from './sources.ts'

const own = fileURLToPath(new URL('browser', import.meta.url))
const libraries = {
  'minisearch.js': 'node_modules/minisearch/dist/umd/index.js',
  'mermaid.js': 'node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js',
}

/**
 * Writes the site into a folder, which is emptied first: every page of docs/, and whatever its links lead to in the repository.
 * @throws when a link leads nowhere
 */
export function buildSite(folder: string): { pages: number; sources: number } {
  rmSync(folder, { recursive: true, force: true })
  const groups = navigation()
  const waiting = globSync('docs/**/*.md', { cwd: fileOf('.') })
    .sort()
    .map((path) => placeOf(path)!)
  const known = new Set(waiting.map(({ path }) => path))
  const count = { pages: 0, sources: 0 }
  const sections: ReturnType<typeof sectionsOf> = []

  const write = (address: string, text: string) => {
    mkdirSync(dirname(join(folder, address)), { recursive: true })
    writeFileSync(join(folder, address), text)
  }
  const meet = (places: readonly Place[]) => {
    for (const place of places) {
      if (known.has(place.path)) continue
      known.add(place.path)
      waiting.push(place)
    }
  }

  for (let place = waiting.shift(); place; place = waiting.shift()) {
    const { path, address, kind } = place
    if (kind === 'asset') {
      write(address, '')
      copyFileSync(fileOf(path), join(folder, address))
    } else if (kind === 'page') {
      const page = renderPage(place)
      write(address, layOut({ ...page, address, path }, groups))
      sections.push(...sectionsOf(page, address))
      meet(page.leadsTo)
      count.pages++
    } else {
      const { html, leadsTo } = kind === 'source' ? renderSource(place) : renderListing(place)
      write(address, layOut({ title: path, html, address, path }, groups))
      meet(leadsTo)
      count.sources++
    }
  }
  cpSync(own, join(folder, 'assets'), { recursive: true })
  for (const [name, path] of Object.entries(libraries)) copyFileSync(fileOf(path), join(folder, 'assets', name))
  write('assets/searchIndex.js', searchScript(sections))
  return count
}
