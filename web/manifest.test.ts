import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'

const read = (name: string): Buffer => readFileSync(new URL(name, import.meta.url))

/** Width and height of a PNG, by its header. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

test('the manifest has what browsers install a page for: a name, a start, a display, and icons of the sizes that it says', () => {
  const manifest = JSON.parse(read('public/manifest.webmanifest').toString()) as {
    name: string
    start_url: string
    display: string
    icons: { src: string; sizes: string; type: string; purpose?: string }[]
  }
  expect(manifest).toMatchObject({ name: 'Parley', start_url: '/', display: 'standalone' })
  const pictures = manifest.icons.filter(({ type }) => type === 'image/png')
  for (const { src, sizes } of pictures) expect([src, sizeOf(read(`public${src}`))]).toEqual([src, sizes])
  expect(pictures.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`).sort()).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
})

test('the page names the manifest, an icon for iOS, and its colours in light and in dark', () => {
  const page = read('index.html').toString()
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest" />')
  expect(sizeOf(read('public/icons/apple-touch.png'))).toBe('180x180')
  expect(page).toContain('<link rel="apple-touch-icon" href="/icons/apple-touch.png" />')
  for (const colours of ['light', 'dark']) expect(page).toContain(`media="(prefers-color-scheme: ${colours})"`)
})
