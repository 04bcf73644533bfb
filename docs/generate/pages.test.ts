import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { pages } from './pages.ts'

test.each(Object.entries(pages))('docs/%s is what the code says (else: npm run docs)', (file, page) => {
  expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toBe(page())
})
