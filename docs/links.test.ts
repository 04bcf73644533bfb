import { expect, test } from '@jest/globals'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = globSync('**/*.md', { cwd: root, exclude: (name) => /^(node_modules|data|dist|\..*)$/.test(name) })

/** What GitHub makes of a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
const anchorsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ +(.+)$/gm)].map(([, text]) => anchor(text!))

test.each(pages)('every link of %s leads to something', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, a, b]) => (a ?? b)!)
  const broken = links.filter((link) => {
    if (/^(https?:|mailto:)/.test(link)) return false
    const [path = '', heading] = link.split('#')
    const file = path === '' ? join(root, page) : join(root, dirname(page), path)
    if (!existsSync(file)) return true
    return heading !== undefined && statSync(file).isFile() && !anchorsOf(file).includes(heading)
  })
  expect(broken).toEqual([])
})
