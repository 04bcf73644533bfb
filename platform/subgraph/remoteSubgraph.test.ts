import { afterEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Unavailable } from '../errors.ts'
import { createLogger } from '../telemetry/index.ts'
import { until } from '../time/until.ts'
import { Breaker } from './breaker.ts'
import { remoteSubgraph } from './remoteSubgraph.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const ends: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A server that hands each request to `answer`, and counts its connections. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
  path?: string,
) {
  const sockets = new Set<Socket>()
  let opened = 0
  let closed = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    answer(request, response, body)
  })
  server.on('connection', (socket) => {
    opened++
    sockets.add(socket)
    socket.on('close', () => {
      closed++
      sockets.delete(socket)
    })
  })
  await once(path ? server.listen(path) : server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))))
  const url = path
    ? `http+unix://${encodeURIComponent(path)}/graphql`
    : `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`
  return { url, sockets, opened: () => opened, closed: () => closed }
}

function client(url: string, options: { timeoutMs?: number; connections?: number; maxInFlight?: number } = {}) {
  const remote = remoteSubgraph(url, { timeoutMs: 20_000, connections: 2, logger, ...options })
  ends.push(() => remote.close())
  return remote
}

const data = (value: unknown) => JSON.stringify({ data: { value } })

describe('requests to a subgraph', () => {
  test('go over connections that are kept, and wait where there are no more', async () => {
    const { url, opened } = await serve((_request, response, body) => response.end(data(JSON.parse(body))))
    const remote = client(url)
    for (let n = 0; n < 5; n++) await remote.execute({ query: '{ a }' })
    const many = Array.from({ length: 20 }, (_, n) => remote.execute({ query: '{ é }', variables: { n, text: '✂' } }))
    expect((await Promise.all(many)).map((result) => result.data!['value'])).toEqual(
      many.map((_, n) => ({ query: '{ é }', variables: { n, text: '✂' } })),
    )
    expect(opened()).toBeLessThanOrEqual(2)
  })

  test('reach a unix socket, and the path and query of an address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-socket-'))
    ends.push(() => rmSync(folder, { recursive: true }))
    for (const path of [join(folder, 's'), undefined]) {
      const { url } = await serve((request, response) => response.end(data(request.url)), path)
      const { data: found } = await client(url).execute({ query: '{ a }' })
      expect(found).toEqual({ value: path ? '/graphql' : '/graphql?x=1' })
    }
  })

  test('end their connection when they are called off, or over time', async () => {
    const { url, sockets, closed } = await serve(() => undefined)
    const calling = new AbortController()
    const called = client(url).execute({ query: '{ a }', signal: calling.signal })
    await until(() => sockets.size === 1, '1 connections')
    calling.abort()
    await expect(called).rejects.toThrow(Unavailable)
    await until(() => closed() === 1, '1 ended')
    await expect(client(url, { timeoutMs: 50 }).execute({ query: '{ a }' })).rejects.toThrow(Unavailable)
    await until(() => closed() >= 2, '2 ended')
  })

  test('that cannot be written fail by themselves: they keep no place, and the subgraph counts as there', async () => {
    const { url } = await serve((_request, response) => response.end(data(1)))
    const remote = client(url, { maxInFlight: 1 })
    for (let n = 0; n < 30; n++) {
      await expect(remote.execute({ query: '{ a }', variables: { n: 1n } })).rejects.toThrow('cannot be written')
    }
    expect(await remote.execute({ query: '{ a }' })).toEqual({ data: { value: 1 } })
  })

  test('do not use a connection that its server closes, or said to close', async () => {
    const { url, opened } = await serve((_request, response) => response.setHeader('connection', 'close').end(data(1)))
    const remote = client(url)
    for (let n = 0; n < 3; n++) await remote.execute({ query: '{ a }' })
    expect(opened()).toBe(3)
  })
})

describe('a request whose connection breaks before an answer', () => {
  /** Answers the first request of the first connection, and ends each connection at the second. */
  async function breaking() {
    const seen: string[] = []
    let isFirst = true
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => {
        seen.push(String(bytes).split('\r\n\r\n')[1]!)
        if (!isFirst && seen.length === 2) return void socket.destroy()
        isFirst = false
        const body = data(seen.length)
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    ends.push(() => new Promise((resolve) => server.close(resolve)))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen }
  }

  test('is sent once more if it is a query', async () => {
    const { url, seen } = await breaking()
    const remote = client(url)
    await remote.execute({ query: '{ a }' })
    expect(await remote.execute({ query: '{ b }' })).toEqual({ data: { value: 3 } })
    expect(seen.map((body) => JSON.parse(body).query)).toEqual(['{ a }', '{ b }', '{ b }'])
  })

  test('fails if it is a mutation', async () => {
    const { url, seen } = await breaking()
    const remote = client(url)
    await remote.execute({ query: '{ a }' })
    await expect(remote.execute({ query: 'mutation { b }' })).rejects.toThrow(Unavailable)
    expect(seen).toHaveLength(2)
  })
})

test('a subgraph that fails again and again is asked seldom, until it answers', () => {
  let now = 0
  const breaker = new Breaker(() => now)
  for (let n = 0; n < 19; n++) expect(breaker.failed()).toBe(false)
  expect([breaker.allows(), breaker.failed(), breaker.allows()]).toEqual([true, true, false])
  now += 1_000
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false])
  expect(breaker.failed()).toBe(false)
  now += 1_000
  expect([breaker.allows(), breaker.succeeded(), breaker.allows(), breaker.allows()]).toEqual([true, true, true, true])
})
