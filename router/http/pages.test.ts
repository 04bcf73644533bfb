import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuction } from '../supergraph/auction.example.ts'
import { openRouter } from './router.example.ts'

let folder: string
let open: Awaited<ReturnType<typeof openRouter>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-pages-'))
  const root = join(folder, 'web')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), '<title>chat</title>')
  await writeFile(join(root, 'graphiql.html'), '<title>graphiql</title>')
  await writeFile(join(root, 'assets/app-abc123.js'), 'plain')
  await writeFile(join(root, 'assets/app-abc123.js.br'), 'brotli')
  open = await openRouter({ webRoot: root })
})
afterEach(async () => {
  await open.router.close()
  await rm(folder, { recursive: true })
})

const page = (path: string, headers: Record<string, string> = { accept: 'text/html,*/*;q=0.8' }) =>
  fetch(`${open.base}${path}`, { headers })

describe('the pages', () => {
  test.each(['/', '/c/0190aaaa', '/join/Ab-_9', '/?x=1'])('%s is the web client', async (path) => {
    const response = await page(path)
    expect([response.status, await response.text()]).toEqual([200, '<title>chat</title>'])
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  test('/graphql is GraphiQL for a browser, and the API for programs', async () => {
    expect(await (await page('/graphql')).text()).toBe('<title>graphiql</title>')
    const response = await page('/graphql?query={__typename}', { 'apollo-require-preflight': '1' })
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  test('files with a hash in their name are kept for good, and come compressed', async () => {
    const response = await page('/assets/app-abc123.js', { 'accept-encoding': 'identity' })
    expect([await response.text(), response.headers.get('cache-control')]).toEqual([
      'plain',
      'public, max-age=31536000, immutable',
    ])
    expect(response.headers.get('content-type')).toContain('javascript')
    const raw = await rawRequest('GET /assets/app-abc123.js HTTP/1.1\r\naccept-encoding: br')
    expect(raw).toMatch(/content-encoding: br[^]*brotli$/i)
    expect((await page('/assets/missing.js')).status).toBe(404)
  })

  test('come with headers that keep other scripts, frames and referrers out', async () => {
    const { headers } = await page('/join/abc')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'; .*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt', '/%00', '/%'])(
    '%s leads nowhere outside their folder',
    async (path) => {
      expect(await rawRequest(`GET ${path} HTTP/1.1`)).not.toMatch(/\r\n\r\nsecret$/)
      expect((await page('/')).status).toBe(200)
    },
  )

  test('that are not built are missed with what to do', async () => {
    const bare = await openRouter({ webRoot: join(folder, 'nowhere') })
    const response = await fetch(bare.base)
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build:web')])
    await bare.router.close()
  })
})

describe('the rest', () => {
  test('keys, health and metrics are at their addresses', async () => {
    expect(await (await page('/.well-known/jwks.json')).json()).toEqual({ keys: [{ kid: 'k1' }] })
    expect((await page('/health/live')).status).toBe(200)
    expect((await page('/health/ready')).status).toBe(200)
    await open.ask({ query: '{ __typename }' })
    expect(await (await page('/metrics')).text()).toContain('parley_router_operation_milliseconds_count{kind="query"')
  })

  test('a router whose parts do not work says that it is not ready', async () => {
    const lame = await openRouter({ checks: { users: () => Promise.reject(new Error('away')) } })
    expect((await fetch(`${lame.base}/health/ready`)).status).toBe(503)
    await lame.router.close()
  })

  test('readiness tells which subgraphs answer; one that does not is no reason to send requests elsewhere', async () => {
    const { subgraphs } = openAuction()
    const away = { execute: () => Promise.reject(new Error('away')) }
    const other = await openRouter({ subgraphs: (name) => (name === 'bids' ? away : subgraphs(name)) })
    const response = await fetch(`${other.base}/health/ready`)
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { ready: true, subgraphs: { bids: 'failed', lots: 'ok' } },
    ])
    await other.router.close()
  })

  test('a POST elsewhere is answered with 404', async () => {
    expect((await fetch(`${open.base}/api`, { method: 'POST', body: '{}' })).status).toBe(404)
  })

  test('a taken port is told at once', async () => {
    await expect(openRouter({ port: open.router.port })).rejects.toThrow('EADDRINUSE')
  })
})

/** As typed: `fetch` would tidy the path and unpack the body. */
async function rawRequest(head: string): Promise<string> {
  const socket = connect(open.router.port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.write(`${head}\r\nhost: a\r\nconnection: close\r\n\r\n`)
  await once(socket, 'close')
  return text
}
