import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Overloaded, Unavailable } from '../errors.ts'
import { createLogger, createMetrics } from '../telemetry/index.ts'
import { listenSubgraph } from './index.ts'
import type { RemoteSubgraph, Subgraph, SubgraphServer } from './index.ts'
import { remoteSubgraph } from './remoteSubgraph.ts'
import { aSubgraph } from './subgraph.example.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
let server: SubgraphServer
let remote: RemoteSubgraph
let base: string

const listen = (subgraph: Subgraph) =>
  listenSubgraph(subgraph, {
    port: 0,
    host: '127.0.0.1',
    jwks: async () => ({ keys: [] }),
    checks: {},
    metrics: createMetrics({ process: false }),
    logger,
    // Longer than a test may take: none waits for it.
    drainMs: 120_000,
  })

beforeEach(async () => {
  server = await listen(aSubgraph().subgraph)
  base = `http://127.0.0.1:${server.port}`
  remote = remoteSubgraph(`${base}/graphql`, { timeoutMs: 5_000, logger })
})
afterEach(async () => {
  await remote.close()
  await server.close()
})

describe('a subgraph over HTTP', () => {
  test('answers as it does in its process', async () => {
    const { subgraph } = aSubgraph()
    for (const request of [
      { query: '{ viewer }', authorization: 'Bearer ada' },
      { query: '{ viewer }', authorization: 'Bearer mallory' },
      { query: 'query A($n: Int!) { double(n: $n) } query B { viewer }', operationName: 'A', variables: { n: 21 } },
      { query: '{ nothing }' },
    ]) {
      expect(await remote.execute(request)).toEqual(await subgraph.execute(request))
    }
  })

  test('hears of the client’s address, agent and request id, and of nothing that fits into no header', async () => {
    const request = { query: '{ address headers }', address: '203.0.113.9', userAgent: 'a\r\nb: ✂', requestId: 'r1' }
    expect(await remote.execute(request)).toEqual({ data: { address: '203.0.113.9', headers: ['a??b: ?', 'r1'] } })
    expect(await remote.execute({ query: '{ viewer }', authorization: 'Bearer ad\u0000a' })).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })

  const json = { 'content-type': 'application/json' }
  test.each<[string, number, string, string, RequestInit]>([
    ['malformed JSON', 400, 'BAD_REQUEST', '/graphql', { method: 'POST', headers: json, body: '{' }],
    ['a list', 400, 'BAD_REQUEST', '/graphql', { method: 'POST', headers: json, body: '[]' }],
    ['null', 400, 'BAD_REQUEST', '/graphql', { method: 'POST', headers: json, body: 'null' }],
    ['no query', 400, 'BAD_REQUEST', '/graphql', { method: 'POST', headers: json, body: '{}' }],
    [
      'wrong variables',
      400,
      'BAD_REQUEST',
      '/graphql',
      { method: 'POST', headers: json, body: '{"query":"","variables":1}' },
    ],
    ['another method', 405, 'METHOD_NOT_ALLOWED', '/graphql', { method: 'GET' }],
    ['another type', 415, 'UNSUPPORTED_MEDIA_TYPE', '/graphql', { method: 'POST', body: '{}' }],
    ['too much', 413, 'PAYLOAD_TOO_LARGE', '/graphql', { method: 'POST', headers: json, body: 'a'.repeat(2_100_000) }],
    ['another address', 404, 'NOT_FOUND', '/constructor', { method: 'GET' }],
  ])('refuses %s with status %i and code %s', async (_what, status, code, path, init) => {
    const response = await fetch(base + path, init)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code, retriable: false } }],
    })
  })

  test('survives garbage and a client that goes away in the middle', async () => {
    for (const bytes of [
      '\u0000\u0001garbage\r\n\r\n',
      'POST /graphql HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes))
        socket
          .on('error', () => {})
          .on('close', () => resolve())
          .resume()
      })
    }
    expect(await remote.execute({ query: '{ viewer }' })).toEqual({ data: { viewer: null } })
  })

  test('serves the keys and its health', async () => {
    expect(await (await fetch(`${base}/.well-known/jwks.json`)).json()).toEqual({ keys: [] })
    expect((await fetch(`${base}/health/ready`)).status).toBe(200)
  })

  test('that is closed answers what it has begun, and then nothing', async () => {
    let begun = () => {}
    let finish = () => {}
    const isBegun = new Promise<void>((resolve) => (begun = resolve))
    const mayFinish = new Promise<void>((resolve) => (finish = resolve))
    const slow: Subgraph = {
      ...aSubgraph().subgraph,
      execute: async () => {
        begun()
        await mayFinish
        return { data: { done: true } }
      },
    }
    const closing = await listen(slow)
    const client = remoteSubgraph(`http://127.0.0.1:${closing.port}/graphql`, { timeoutMs: 5_000, logger })
    const answer = client.execute({ query: '{ done }' })
    await isBegun
    const closed = closing.close()
    finish()
    expect(await answer).toEqual({ data: { done: true } })
    await closed
    await expect(client.execute({ query: '{ done }' })).rejects.toThrow(Unavailable)
    await client.close()
  })
})

test('a client that is closed calls off what a subgraph does not answer, and blames nobody', async () => {
  const lines: string[] = []
  const told = createLogger({ log: { level: 'info', format: 'json' } }, { write: (line) => void lines.push(line) })
  const asked = Promise.withResolvers<void>()
  const silent = createServer(() => asked.resolve()).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const client = remoteSubgraph(`http://127.0.0.1:${port}/graphql`, { timeoutMs: 3_600_000, logger: told })
  const refused = expect(client.execute({ query: '{ done }' })).rejects.toThrow(Unavailable)
  await asked.promise
  await client.close()
  await refused
  expect(lines).toEqual([])
  silent.closeAllConnections()
  silent.close()
})

describe('a client of a subgraph is told UNAVAILABLE', () => {
  /** Something that listens and behaves as `answer` says. */
  async function behind(answer: (respond: (status: number, body: string) => void) => void, timeoutMs = 5_000) {
    const other = createServer((_request, response) => answer((status, body) => response.writeHead(status).end(body)))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql`
    const client = remoteSubgraph(url, { timeoutMs, logger, connections: 1, maxInFlight: 2 })
    const end = async () => {
      other.closeAllConnections()
      await new Promise((resolve) => other.close(resolve))
    }
    return { client, end }
  }

  test.each([
    ['an answer that is no JSON', 502, '<html>'],
    ['an answer that is no GraphQL', 200, '{"a":1}'],
    ['an empty answer', 200, 'null'],
  ])('for %s', async (_what, status, body) => {
    const { client, end } = await behind((respond) => respond(status, body))
    await expect(client.execute({ query: '{ a }' })).rejects.toThrow(Unavailable)
    await end()
  })

  test('when the answer takes too long; and OVERLOADED when too many wait', async () => {
    const { client, end } = await behind(() => {}, 200)
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => client.execute({ query: '{ a }' })))
    expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason)).toEqual([
      expect.any(Unavailable),
      expect.any(Unavailable),
      expect.any(Overloaded),
    ])
    await end()
  })
})
