import { expect, test } from '@jest/globals'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { anchorsOf, headingsOf } from './anchors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = globSync('**/*.md', { cwd: root, exclude: (name) => /^(node_modules|data|dist|\..*)$/.test(name) })

const anchorsIn = (file: string) => anchorsOf(headingsOf(readFileSync(file, 'utf8')))

test.each(pages)('every link of %s leads to something', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, a, b]) => (a ?? b)!)
  const broken = links.filter((link) => {
    if (/^(https?:|mailto:)/.test(link)) return false
    const [path = '', heading] = link.split('#')
    const file = path === '' ? join(root, page) : join(root, dirname(page), path)
    if (!existsSync(file)) return true
    return heading !== undefined && statSync(file).isFile() && !anchorsIn(file).includes(heading)
  })
  expect(broken).toEqual([])
})
