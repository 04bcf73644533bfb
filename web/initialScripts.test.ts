import { beforeAll, expect, test } from '@jest/globals'
import { ensureBuilt, webRoot } from './build.ts'
import { initialScripts } from './initialScripts.ts'

const mostBytes = 200_000

beforeAll(async () => void (await ensureBuilt()))

test('the chat page loads at most 200 kB of JavaScript, compressed, before it is there', () => {
  const scripts = initialScripts(webRoot)
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0)
  const figures = scripts.map(({ path, bytes }) => `${(bytes / 1000).toFixed(1).padStart(7)} kB ${path}`).join('\n')
  // The application and React at least: else something is wrong with the counting.
  expect(total).toBeGreaterThan(50_000)
  if (total > mostBytes) throw new Error(`${(total / 1000).toFixed(1)} kB of JavaScript at first:\n${figures}`)
})
