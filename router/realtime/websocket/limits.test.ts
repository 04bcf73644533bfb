import { afterEach, expect, test } from '@jest/globals'
import { createClient, handleProtocols } from 'graphql-ws'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { WebSocket, WebSocketServer } from 'ws'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'
import { closings } from './closeCodes.ts'

const connectionsOf = promisify((http: Server, done: (error: Error | null, count: number) => void) =>
  http.getConnections(done),
)

let server: TestServer
afterEach(() => server.stop())

test('one operation more than a socket may run is answered with LIMIT_EXCEEDED, and the others go on', async () => {
  server = await startServer({ operationsPerSocket: 3 })
  const client = await server.signedIn()
  for (const id of ['a', 'b', 'c', 'd']) client.subscribe(id, story, { room: id })
  expect(await client.next('error')).toMatchObject({ id: 'd', payload: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] })
  client.send({ type: 'complete', id: 'a' })
  client.subscribe('d', story, { room: 'd', after: 0 })
  await server.newsroom.publish('d', 'x')
  expect(await client.next('next')).toMatchObject({ id: 'd' })
  client.socket.close()
})

test('operations whose messages are together longer than they may be are answered with LIMIT_EXCEEDED, and room is free again', async () => {
  server = await startServer({ operationBytes: 3_000 })
  const client = await server.signedIn()
  const long = (letter: string) => letter.repeat(1_200)
  for (const letter of ['a', 'b', 'c']) client.subscribe(long(letter), story, { room: letter })
  expect(await client.next('error')).toMatchObject({
    id: long('c'),
    payload: [{ extensions: { code: 'LIMIT_EXCEEDED' } }],
  })
  client.send({ type: 'complete', id: long('a') })
  client.subscribe(long('c'), story, { room: 'c', after: 0 })
  await server.newsroom.publish('c', 'x')
  expect(await client.next('next')).toMatchObject({ id: long('c') })
  client.socket.close()
})

test('operations that wait for one slow reader listen to its socket once, and all of it arrives', async () => {
  server = await startServer()
  const connected = once(server.server, 'connection') as Promise<[Socket]>
  for (let count = 0; count < 80; count++) server.newsroom.room('1').append('x'.repeat(20_000))
  const client = await server.signedIn()
  const [socket] = await connected
  client.socket.pause()
  const ids = Array.from({ length: 40 }, (_, index) => `${index}`)
  for (const id of ids) client.subscribe(id, story, { after: 0 })
  await until(() => socket.writableLength > 30 * 20_000, 'most of them wait')
  expect(socket.listenerCount('drain')).toBeLessThan(5)
  client.socket.resume()
  await until(() => ids.every((id) => client.of(id).length === 80))
  client.socket.close()
})

test('a client that sends faster than it may is closed with 4510', async () => {
  server = await startServer({ messagesPerSecond: 1, messageBurst: 20 })
  const client = await server.signedIn()
  for (let count = 0; count < 30; count++) client.send({ type: 'ping' })
  expect(await client.end()).toMatchObject({ code: 4510 })
  expect(client.messages.filter(({ type }) => type === 'pong').length).toBeLessThan(20)
})

test('a message whose last piece does not come closes its socket with 4514; who finishes theirs, stays', async () => {
  server = await startServer({ messageMs: 50 })
  const [never, other] = [await server.signedIn(), await server.signedIn()]
  // An operation that runs, since a socket without one is not kept for long anyway.
  never.subscribe('1', story)
  never.socket.send('{"type":"ping",', { fin: false })
  other.socket.send('{"type":', { fin: false })
  other.socket.send('"ping"}')
  expect(await never.end()).toEqual({ code: 4514, reason: 'Message not finished' })
  await other.next('pong')
  other.send({ type: 'ping' })
  await other.next('pong')
  await until(async () => (await server.count('closes_total', '4514')) === 1)
  other.socket.close()
})

test('one socket more than a user may have is closed with 4512; when one goes, there is room again', async () => {
  server = await startServer({ socketsPerUser: 2 })
  const [first] = [await server.signedIn('ada'), await server.signedIn('ada'), await server.signedIn('bob')]
  const third = await server.open()
  third.send({ type: 'connection_init', payload: { authorization: `Bearer ${await server.tokenOf('ada')}` } })
  expect(await third.end()).toMatchObject({ code: 4512 })
  first!.socket.close()
  await until(() => first!.closed)
  await server.signedIn('ada')
})

test('one socket more than an address may have is closed with 4512, more than the router may have with 1013', async () => {
  server = await startServer({ socketsPerAddress: 2 })
  const [first] = [await server.open(), await server.open()]
  expect(await (await server.open()).end()).toMatchObject({ code: 4512 })
  first!.socket.close()
  await until(() => first!.closed)
  await server.signedIn()
  await server.stop()
  server = await startServer({ sockets: 1 })
  await server.open()
  expect(await (await server.open()).end()).toMatchObject({ code: 1013 })
})

test('a socket that is refused is closed, though its client leaves its own side open', async () => {
  server = await startServer()
  const { port, hostname } = new URL(server.url)
  const client = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
  const asked = ['GET /elsewhere HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', '', '']
  client.write(asked.join('\r\n'))
  const [answer] = (await once(client, 'data')) as [Buffer]
  expect(String(answer)).toMatch(/^HTTP\/1.1 404 /)
  await until(async () => (await connectionsOf(server.server)) === 0)
  client.destroy()
})

test('a peer that answers no ping is cut off, one that does stays', async () => {
  server = await startServer({ keepAliveMs: 80 })
  const dead = await server.signedIn()
  const alive = await server.signedIn()
  dead.socket.pong = () => undefined
  expect(await dead.end()).toMatchObject({ code: 1006 })
  alive.send({ type: 'ping' })
  await alive.next('pong')
  expect(await server.count('connections')).toBe(1)
})

test('a reader that stays behind is cut off with 4508 at its bound; the others do not wait for it', async () => {
  server = await startServer({ outboundBytes: 300_000, closeTimeoutMs: 10_000 })
  const [slow, quick] = [await server.signedIn(), await server.signedIn()]
  for (const client of [slow, quick]) client.subscribe('1', story)
  await until(async () => (await server.count('subscriptions')) === 2)
  await until(() => server.newsroom.opened.length === 2)
  slow.socket.pause()
  const text = 'x'.repeat(100_000)
  let published = 0
  while ((await server.count('subscriptions')) === 2 && published < 500) {
    await server.newsroom.publish('1', text)
    published++
    await until(() => quick.messages.length === published + 1)
  }
  await server.newsroom.publish('1', 'after')
  await until(() => quick.messages.length === published + 2)
  slow.socket.resume()
  expect(await slow.end()).toEqual({ code: 4508, reason: 'Reader too slow' })
  const revs = slow.of('1').map(({ payload }) => (payload as { data: { news: { rev: number } } }).data.news.rev)
  expect(revs).toEqual(revs.map((_rev, index) => index + 1))
  expect(revs.length).toBeLessThanOrEqual(published)
})

test('a reader that never reads again is cut off, counted as too slow, and its memory is free', async () => {
  server = await startServer({ outboundBytes: 100_000, closeTimeoutMs: 50 })
  const stalled = await server.signedIn()
  stalled.subscribe('1', story)
  await until(() => server.newsroom.opened.length === 1)
  stalled.socket.pause()
  for (let count = 0; count < 500 && (await server.count('connections')) === 1; count++) {
    await server.newsroom.publish('1', 'x'.repeat(100_000))
    await new Promise(setImmediate)
  }
  await until(async () => (await server.count('connections')) === 0)
  expect(await server.count('closes_total', '4508')).toBe(1)
  stalled.socket.terminate()
})

test('a crowd that stalls has together no more waiting than all may have: each is cut off at its share', async () => {
  const [ofOne, ofAll, crowd] = [1_000_000, 4_000_000, 20]
  server = await startServer({ outboundBytes: ofOne, outboundBytesOfAll: ofAll, closeTimeoutMs: 10_000 })
  const clients = await Promise.all(Array.from({ length: crowd }, () => server.signedIn()))
  for (const client of clients) client.subscribe('1', story)
  await until(async () => (await server.count('subscriptions')) === crowd)
  await until(() => server.newsroom.opened.length === crowd)
  for (const client of clients) client.socket.pause()
  const text = 'x'.repeat(50_000)
  let most = 0
  for (let count = 0; count < 500 && (await server.count('subscriptions')) > 0; count++) {
    await server.newsroom.publish('1', text)
    await new Promise(setImmediate)
    most = Math.max(most, await server.count('waiting_bytes'))
  }
  expect(await server.count('subscriptions')).toBe(0)
  // Each may go beyond its share by the one event that shows it.
  expect(most).toBeGreaterThan(ofAll / 2)
  expect(most).toBeLessThan(ofAll + crowd * 60_000)
  for (const client of clients) client.socket.terminate()
  await until(async () => (await server.count('waiting_bytes')) === 0)
})

test('after every code of the catalogue, graphql-ws clients do what the catalogue says', async () => {
  server = await startServer()
  for (const { code, reason, retry } of Object.values(closings)) {
    const closing = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols })
    closing.on('connection', (socket) => socket.close(code, reason))
    await once(closing, 'listening')
    let attempts = 0
    await new Promise((resolve) => {
      const client = createClient({
        url: `ws://127.0.0.1:${(closing.address() as AddressInfo).port}`,
        webSocketImpl: WebSocket,
        retryWait: async () => undefined,
        retryAttempts: 1,
        on: { connecting: () => attempts++ },
      })
      client.subscribe({ query: story }, { next: () => undefined, error: resolve, complete: () => resolve(undefined) })
    })
    expect([code, attempts]).toEqual([code, retry === 'never' ? 1 : 2])
    closing.close()
  }
})
