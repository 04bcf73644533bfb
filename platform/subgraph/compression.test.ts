import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { Unavailable } from '../errors.ts'
import { createLogger, createMetrics } from '../telemetry/index.ts'
import { listenSubgraph, type RemoteOptions, type SubgraphServer } from './index.ts'
import { remoteSubgraph } from './remoteSubgraph.ts'
import { aSubgraph } from './subgraph.example.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A server of somebody else's, and the requests that it got. */
async function foreign(answer: (response: ServerResponse) => void) {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request.resume())
    answer(response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => (server.closeAllConnections(), server.close()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, requests }
}

function client(url: string, options: Partial<RemoteOptions> = {}) {
  const remote = remoteSubgraph(url, { timeoutMs: 60_000, logger, ...options })
  ends.push(() => remote.close())
  return remote
}

const result = { data: { text: 'é✂'.repeat(10_000) } }
const bytes = Buffer.from(JSON.stringify(result))

describe('an answer of a subgraph', () => {
  test.each([
    ['gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['br', brotliCompressSync(bytes)],
    ['zstd', zstdCompressSync(bytes)],
  ])('that comes as %s is read, asked for or not', async (encoding, body) => {
    const { url } = await foreign((response) => response.setHeader('content-encoding', encoding).end(body))
    expect(await client(url).execute({ query: '{ text }' })).toEqual(result)
  })

  test.each([
    ['holds more than a subgraph may answer', 'gzip', gzipSync(`{"data":"${'a'.repeat(33_000_000)}"}`)],
    ['is not what it says', 'br', bytes],
    ['breaks off', 'zstd', zstdCompressSync(bytes).subarray(0, 20)],
    ['is encoded in a way of its own', 'x-own', bytes],
  ])('that %s is UNAVAILABLE', async (_what, encoding, body) => {
    const { url } = await foreign((response) => response.setHeader('content-encoding', encoding).end(body))
    await expect(client(url).execute({ query: '{ text }' })).rejects.toThrow(Unavailable)
  })

  test('is asked for compressed where that was chosen, and at https:', async () => {
    const { url, requests } = await foreign((response) => response.end(bytes))
    await client(url).execute({ query: '{ text }' })
    await client(url, { compressAnswers: true }).execute({ query: '{ text }' })
    const [none, asked] = requests.map(({ headers }) => headers['accept-encoding'])
    expect(none).toBeUndefined()
    expect(asked).toMatch(/zstd.*gzip.*deflate.*br/)
  })
})

describe('a subgraph of ours', () => {
  let server: SubgraphServer
  let url: string
  beforeEach(async () => {
    const metrics = createMetrics({ process: false })
    server = await listenSubgraph(aSubgraph().subgraph, { port: 0, host: '127.0.0.1', checks: {}, metrics, logger })
    ends.push(() => server.close())
    url = `http://127.0.0.1:${server.port}/graphql`
  })
  const long = `{ ${Array.from({ length: 1_200 }, (_none, n) => `viewer${n}: viewer`).join(' ')} }`
  const post = (query: string, headers: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })

  test.each([
    ['zstd, gzip', 'zstd'],
    ['gzip, deflate, br', 'gzip'],
    ['br', 'br'],
    ['identity', null],
    ['gzip;q=0', null],
  ])('asked with %s answers what is long as %s', async (accepted, encoding) => {
    const response = await post(long, { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    const { data } = await client(url, { compressAnswers: true }).execute({ query: long })
    expect(Object.keys(data!)).toHaveLength(1_200)
  })

  test('answers what is short as it is', async () => {
    const response = await post('{ viewer }', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBeNull()
  })

  test('takes long requests compressed, and no bombs', async () => {
    const { data } = await client(url, { compressRequests: true }).execute({ query: long })
    expect(Object.keys(data!)).toHaveLength(1_200)
    for (const [encoding, body, status] of [
      ['gzip', gzipSync(JSON.stringify({ query: 'a'.repeat(3_000_000) })), 413],
      ['gzip', Buffer.from('{}'), 400],
      ['compress', Buffer.from('{}'), 415],
    ] as const) {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(status)
    }
  })
})

test('only long requests are sent compressed', async () => {
  const { url, requests } = await foreign((response) => response.end(bytes))
  const remote = client(url, { compressRequests: true })
  await remote.execute({ query: '{ text }' })
  await remote.execute({ query: '{ text }', variables: { a: 'a'.repeat(20_000) } })
  expect(requests.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip'])
  expect(Number(requests[1]!.headers['content-length'])).toBeLessThan(1_000)
})
