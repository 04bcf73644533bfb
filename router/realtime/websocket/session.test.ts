import { afterEach, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { readerStory, story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

let server: TestServer
afterEach(() => server.stop())

test('a token that is over is refused with 4403', async () => {
  server = await startServer()
  const token = await server.tokenOf('ada', 1)
  await until(() => Date.now() > expiryOf(token), 'the token is over')
  const client = await server.open()
  client.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  expect(await client.end()).toEqual({ code: 4403, reason: 'Forbidden: The access token has expired.' })
})

test('connection_init without a token signs in with that of the handshake, as clients that are no browsers may send it', async () => {
  server = await startServer()
  const opened = async (authorization: string, payload = {}) => {
    const client = await server.open(undefined, { authorization })
    client.send({ type: 'connection_init', payload })
    return client
  }
  const ada = `Bearer ${await server.tokenOf('ada')}`
  const query = 'subscription { news(room: "2", after: 0) { ... on Story { reader } } }'
  const read = { type: 'next', payload: { data: { news: { reader: 'ada' } } } }
  const clients = [await opened(ada), await opened('Bearer nonsense', { authorization: ada })]
  for (const client of clients) {
    await client.next('connection_ack')
    client.subscribe('1', query)
  }
  await server.newsroom.publish('2', 'a')
  for (const client of clients) {
    expect(await client.next('next')).toMatchObject(read)
    client.socket.close()
  }
  expect(await (await opened('Bearer nonsense')).end()).toMatchObject({ code: 4403 })
  // A browser's own, for a proxy in between.
  const anonymous = await opened('Basic YTpi')
  await anonymous.next('connection_ack')
  anonymous.socket.close()
})

test('a socket whose token ends is closed with 4403 Token expired, and gets nothing more', async () => {
  server = await startServer({ tokenGraceMs: 20 })
  const client = await server.signedIn('ada', 1_500)
  client.subscribe('1', story)
  await until(() => server.pubsub.listeners === 1)
  expect(await client.end()).toEqual({ code: 4403, reason: 'Token expired' })
  expect(server.pubsub.listeners).toBe(0)
  expect(await server.count('subscriptions')).toBe(0)
})

test('a token that ends during an opening closes the socket as documented: the operation gets no error', async () => {
  server = await startServer({ tokenGraceMs: 20 })
  const token = await server.tokenOf('ada', 1_500)
  const closes: unknown[] = []
  const client = createClient({
    url: server.url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
    on: { closed: (event) => closes.push(event) },
  })
  // The subgraph's clock may be ahead of the router's.
  server.newsroom.beforeOpening = async () => {
    await until(() => Date.now() > expiryOf(token) - 200, 'the token is nearly over')
    server.newsroom.expired.add('ada')
  }
  const results: unknown[] = []
  const failed = new Promise((resolve) => {
    const sink = { next: (result: unknown) => void results.push(result), error: resolve, complete: () => undefined }
    client.subscribe({ query: story }, sink)
  })
  expect(await failed).toMatchObject({ code: 4403, reason: 'Token expired' })
  expect(closes).toMatchObject([{ code: 4403 }])
  expect(results).toEqual([])
})

test('a token that ends during an opening and is renewed in time: the subscription stands', async () => {
  server = await startServer({ tokenGraceMs: 2_000 })
  const { newsroom } = server
  const client = await server.signedIn('ada', 1_500)
  newsroom.beforeOpening = () => void newsroom.expired.add('ada')
  client.subscribe('1', story)
  await until(() => newsroom.opened.length > 0)
  newsroom.beforeOpening = () => undefined
  newsroom.expired.clear()
  client.send({ type: 'ping', payload: { authorization: `Bearer ${await server.tokenOf('ada')}` } })
  await client.next('pong')
  await until(() => newsroom.opened.length === 2)
  await newsroom.publish('1', 'still here')
  expect(await client.next('next')).toMatchObject({ id: '1', payload: { data: { news: { rev: 1 } } } })
  client.socket.close()
})

test('a socket whose session is ended is closed at once with 4403 Session ended, and gets nothing more', async () => {
  server = await startServer()
  const [ada, bob] = [await server.signedIn('ada'), await server.signedIn('bob')]
  for (const client of [ada, bob]) client.subscribe('1', story)
  await until(() => server.pubsub.listeners === 1)
  await server.revocations.revoke(['s-ada'])
  expect(await ada.end()).toEqual({ code: 4403, reason: 'Session ended' })
  await server.newsroom.publish('1', 'still here')
  expect(await bob.next('next')).toMatchObject({ payload: { data: { news: { rev: 1 } } } })
  bob.socket.close()
})

test('a token renewed with a ping keeps the socket open, and counts from then on', async () => {
  server = await startServer({ tokenGraceMs: 20 })
  const client = await server.signedIn('ada', 1_500)
  const firstIsOver = Date.now() + 2_600
  client.subscribe('1', readerStory)
  await until(() => server.pubsub.listeners === 1)
  const token = await server.tokenOf('ada')
  client.send({ type: 'ping', payload: { authorization: `Bearer ${token}` } })
  expect(await client.next('pong')).toEqual({ type: 'pong', payload: { expiresAt: expiryOf(token) } })
  await until(() => Date.now() > firstIsOver, 'the first token is over')
  await server.newsroom.publish('1', 'still here')
  expect(await client.next('next')).toMatchObject({ payload: { data: { news: { reader: 'ada' } } } })
  client.socket.close()
})

test('of two renewals at once the one sent last counts, whichever is verified first', async () => {
  server = await startServer()
  const client = await server.signedIn('ada')
  const [first, last] = [await server.tokenOf('ada', 120_000), await server.tokenOf('ada', 240_000)]
  const firstIsVerified = Promise.withResolvers<void>()
  const waits = [firstIsVerified.promise, undefined]
  server.hooks.beforeVerifying = () => waits.shift()
  for (const token of [first, last]) client.send({ type: 'ping', payload: { authorization: `Bearer ${token}` } })
  const lasts = { type: 'pong', payload: { expiresAt: expiryOf(last) } }
  expect(await client.next('pong')).toEqual(lasts)
  firstIsVerified.resolve()
  expect(await client.next('pong')).toEqual(lasts)
  client.socket.close()
})

test('a socket keeps its user: a renewal with a wrong token, another user or on an anonymous socket closes it', async () => {
  server = await startServer()
  const another = `Bearer ${await server.tokenOf('bob')}`
  for (const [userId, authorization] of [
    ['ada', another],
    ['ada', 'Bearer nonsense'],
    [undefined, another],
  ] as const) {
    const client = await server.signedIn(userId)
    client.send({ type: 'ping', payload: { authorization } })
    expect(await client.end()).toMatchObject({ code: 4403 })
  }
})

test('after its token ended, an unmodified client comes back with a new one and resumes', async () => {
  server = await startServer({ tokenGraceMs: 20 })
  const tokens = [await server.tokenOf('ada', 1), await server.tokenOf('ada')]
  const closes: unknown[] = []
  const client = createClient({
    url: server.url,
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: `Bearer ${tokens.shift()}` }),
    retryWait: async () => undefined,
    on: { closed: (event) => closes.push((event as CloseEvent).code) },
  })
  const got: unknown[] = []
  const variables: Record<string, unknown> = { after: 0 }
  client.subscribe<{ news: { rev: number } }>(
    { query: story, variables },
    {
      next: ({ data }) => {
        got.push(data?.news.rev)
        variables['after'] = data?.news.rev // what a resuming link does
      },
      error: (error) => got.push(error),
      complete: () => undefined,
    },
  )
  await server.newsroom.publish('1', 'a')
  await until(() => got.length === 1)
  await until(() => closes.length === 1)
  await server.newsroom.publish('1', 'b')
  await until(() => got.length === 2)
  expect([got, closes]).toEqual([[1, 2], [4403]])
  await client.dispose()
})

/** When the token ends, in milliseconds since 1970. */
const expiryOf = (token: string): number =>
  (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { exp: number }).exp * 1000
