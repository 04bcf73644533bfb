import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import MiniSearch from 'minisearch'
import { buildSite } from './build.ts'
import { navigation } from './navigation.ts'
import { searchOptions } from './searchOptions.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-docs-'))
const files = () => globSync('**/*.html', { cwd: folder })
const text = (file: string) => readFileSync(join(folder, file), 'utf8')
beforeAll(() => void buildSite(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every link, script and picture of every page is there, down to the heading', () => {
  const idsOf = new Map(
    files().map((file) => [file, new Set([...text(file).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  )
  const broken = files().flatMap((file) =>
    [...text(file).matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [path = '', id] = link.split('#')
        const target = path === '' ? file : join(dirname(file), path)
        return !existsSync(join(folder, target)) || (id !== undefined && !idsOf.get(target)?.has(id))
      })
      .map((link) => `${file}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('every page of docs/ is in the menu, or one step from it', () => {
  const inMenu = navigation().flatMap(({ pages }) => pages.map(({ place }) => place.address))
  const reached = new Set([...inMenu, 'index.html'])
  for (const file of inMenu) {
    for (const [, link] of text(file).matchAll(/<a href="([^"#]+\.html)/g)) reached.add(join(dirname(file), link!))
  }
  expect(files().filter((file) => !file.startsWith('repository/') && !reached.has(file))).toEqual([])
})

test('nothing is fetched from elsewhere, and nothing is inline', () => {
  for (const file of files()) {
    expect(text(file)).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//)
    expect(text(file)).not.toMatch(/<script>|<style>| on[a-z]+="/)
  }
})

test('search finds a heading, and leads to its place', () => {
  const window: { parleySearchIndex?: { index: string } } = {}
  new Function('window', text('assets/searchIndex.js'))(window)
  const search = MiniSearch.loadJSON(window.parleySearchIndex!.index, searchOptions)
  expect(search.search('close codes')[0]).toMatchObject({ id: 'errors.html#close-codes' })
  expect(search.search('sendmesage').map(({ id }) => id)).toContain('reference/mutations.html#sendmessage')
})
