import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import sirv from 'sirv'
import { Person } from '../harness/person.ts'
import { openSite } from './site.ts'

const site = openSite()
let pages: Server
const built = mkdtempSync(join(tmpdir(), 'parley-react-'))
beforeAll(async () => {
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      'examples/react',
      '--outDir',
      built,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' }, stdio: 'inherit' },
  )
  pages = createServer(sirv(built)).listen(0, '127.0.0.1')
})
afterAll(async () => {
  await new Promise((resolve) => pages.close(resolve))
  rmSync(built, { recursive: true })
})

test('the React example shows what was said, what is said then, and what was missed, each once and in order', async () => {
  const ada = await Person.guest(site.system, 'Ada')
  const id = await ada.startGroup('Forty lines')
  await ada.send(id, 'before')
  const page = await (await site.browser.newContext()).newPage()
  const parameters = new URLSearchParams({ url: `${site.url}/graphql`, token: ada.accessToken, conversation: id })
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/?${parameters}`)
  await page.getByText('before').waitFor()
  await ada.send(id, 'live')
  await page.getByText('live').waitFor()
  await page.context().setOffline(true)
  for (const n of [1, 2, 3]) await ada.send(id, `missed ${n}`)
  await page.context().setOffline(false)
  await page.getByText('missed 3').waitFor()
  await page.getByLabel('Message').fill('from the page')
  await page.keyboard.press('Enter')
  await page.getByText('from the page').waitFor()
  expect(await page.locator('main p').allTextContents()).toEqual(
    ['before', 'live', 'missed 1', 'missed 2', 'missed 3', 'from the page'].map((text) => `Ada ${text}`),
  )
})
