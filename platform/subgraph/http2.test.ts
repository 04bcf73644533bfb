import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, createSecureServer, type Http2Server, type ServerHttp2Stream } from 'node:http2'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { Unavailable } from '../errors.ts'
import { createLogger } from '../telemetry/index.ts'
import { until } from '../time/until.ts'
import { remoteSubgraph } from './remoteSubgraph.ts'
import { selfSigned } from './selfSigned.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const tls = selfSigned()
const ends: (() => unknown)[] = []
beforeAll(() => setDefaultCACertificates([...getCACertificates('default'), tls.cert]))
afterAll(() => setDefaultCACertificates(getCACertificates('bundled')))
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type Answer = (stream: ServerHttp2Stream, query: string) => void

/** Counts connections, and hands each request to `answer`. */
async function serve(server: Http2Server, answer: Answer, path?: string) {
  let sessions = 0
  server.on('session', (session) => {
    sessions++
    session.on('error', () => undefined)
    ends.push(() => session.destroy())
  })
  server.on('stream', async (stream) => {
    stream.on('error', () => undefined)
    let body = ''
    for await (const chunk of stream) body += String(chunk)
    answer(stream, (JSON.parse(body) as { query: string }).query)
  })
  await listen(server, path)
  return { url: urlOf(server, path), sessions: () => sessions }
}

async function listen(server: Server, path?: string) {
  await once(path ? server.listen(path) : server.listen(0, 'localhost'), 'listening')
  ends.unshift(() => void server.close())
}

const urlOf = (server: Server, path?: string) =>
  path
    ? `http+unix://${encodeURIComponent(path)}/graphql`
    : `http://localhost:${(server.address() as AddressInfo).port}`

const echo: Answer = (stream, query) => {
  stream.respond({ 'content-type': 'application/json' })
  stream.end(JSON.stringify({ data: { query } }))
}

function client(url: string, timeoutMs = 60_000) {
  const remote = remoteSubgraph(url, { timeoutMs, http2: true, logger })
  ends.push(() => remote.close())
  return remote
}

async function askMany(url: string) {
  const remote = client(url)
  const asked = Array.from({ length: 150 }, (_, n) => remote.execute({ query: `{ a${n} }` }))
  expect((await Promise.all(asked)).map(({ data }) => data!['query'])).toEqual(asked.map((_, n) => `{ a${n} }`))
}

describe('many requests at once over HTTP/2 share a connection or two', () => {
  test('by prior knowledge on http:', async () => {
    const { url, sessions } = await serve(createServer(), echo)
    await askMany(url)
    expect(sessions()).toBeLessThanOrEqual(2)
  })

  test('as agreed on https:', async () => {
    const { url, sessions } = await serve(createSecureServer(tls), echo)
    await askMany(url.replace('http:', 'https:'))
    expect(sessions()).toBeLessThanOrEqual(2)
  })

  test('on a unix socket, and where the server takes few at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-h2-'))
    ends.push(() => rmSync(folder, { recursive: true }))
    const few = createServer({ settings: { maxConcurrentStreams: 3 } })
    const { url, sessions } = await serve(few, echo, join(folder, 's'))
    await askMany(url)
    expect(sessions()).toBeLessThanOrEqual(2)
  })
})

describe('over HTTP/2', () => {
  test('what speaks HTTP/1.1 alone is UNAVAILABLE', async () => {
    const answer = (_request: unknown, response: { end(text: string): void }) => response.end('{"data":{}}')
    for (const server of [createHttpServer(answer), createHttpsServer(tls, answer)]) {
      await listen(server)
      const url = urlOf(server).replace('http:', 'cert' in server ? 'https:' : 'http:')
      await expect(client(url).execute({ query: '{ a }' })).rejects.toThrow(Unavailable)
    }
  })

  test('a request that is called off ends alone, at the server too', async () => {
    const open = new Set<ServerHttp2Stream>()
    const { url, sessions } = await serve(createServer(), (stream, query) => {
      if (query === '{ a }') return echo(stream, query)
      open.add(stream)
      stream.once('close', () => open.delete(stream))
    })
    const remote = client(url)
    const calling = new AbortController()
    const kept = remote.execute({ query: '{ kept }' })
    const called = remote.execute({ query: '{ called }', signal: calling.signal })
    await until(() => open.size === 2, '2 requests')
    calling.abort()
    await expect(called).rejects.toThrow(Unavailable)
    await until(() => open.size === 1, '1 request')
    expect(await remote.execute({ query: '{ a }' })).toEqual({ data: { query: '{ a }' } })
    echo([...open][0]!, 'kept')
    expect(await kept).toEqual({ data: { query: 'kept' } })
    expect(sessions()).toBeLessThanOrEqual(2)
  })

  test.each(['destroy', 'goaway', 'reset'])(
    'a query whose connection breaks (%s) is sent once more, a mutation is not',
    async (how) => {
      const seen: string[] = []
      let held: ServerHttp2Stream[] = []
      const { url } = await serve(createServer(), (stream, query) => {
        seen.push(query)
        if (seen.length > 3) return echo(stream, query)
        held.push(stream)
        if (held.length < 3) return
        const sessions = new Set(held.map(({ session }) => session!))
        if (how === 'destroy') sessions.forEach((session) => session.destroy())
        else if (how === 'reset') held.forEach((one) => one.close(2))
        else sessions.forEach((session) => (session.goaway(2), session.destroy()))
        held = []
      })
      const remote = client(url)
      const asked = ['{ a }', 'mutation { b }', '{ c }'].map((query) => remote.execute({ query }))
      const [a, b, c] = await Promise.allSettled(asked)
      expect([a, c]).toMatchObject([{ value: { data: { query: '{ a }' } } }, { value: { data: { query: '{ c }' } } }])
      expect(b).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) })
      expect(seen.filter((query) => query.startsWith('mutation'))).toHaveLength(1)
    },
  )

  test('a connection on which nothing is heard is given up for another', async () => {
    const { url } = await serve(createServer(), echo)
    let connections = 0
    const gate = createTcpServer((socket) => {
      socket.on('error', () => undefined)
      if (++connections === 1) return void socket.resume()
      const through = connect(Number(new URL(url).port), 'localhost')
      through.on('error', () => undefined)
      socket.pipe(through).pipe(socket)
      ends.push(() => (socket.destroy(), through.destroy()))
    })
    await listen(gate)
    const remote = client(urlOf(gate), 300)
    await expect(remote.execute({ query: 'mutation { a }' })).rejects.toThrow(Unavailable)
    await until(() => remote.execute({ query: '{ b }' }).then(Boolean, () => false), 'an answer')
  })
})
