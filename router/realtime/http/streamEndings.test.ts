import { afterEach, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { ApolloClient, InMemoryCache, gql } from '@apollo/client'
import { HttpLink } from '@apollo/client/link/http'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { createClient } from 'graphql-sse'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

const events = 'text/event-stream'
const parts = 'multipart/mixed;subscriptionSpec="1.0"'
const accepts = [events, parts]

let server: TestServer
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.stop()
})

const url = () => server.url.replace('ws', 'http')
const asked = (body: object, accept: string, token?: string) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: {
    accept,
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
})
/** Everything until its end. Rejects where it is cut. */
const wholeOf = async (body: object, accept: string, token?: string) =>
  (await fetch(url(), asked(body, accept, token))).text()

test('the end of a session is told on its streams, and ends them: there is nothing to come back with', async () => {
  server = await startServer()
  const token = await server.tokenOf('ada')
  const ends = accepts.map((accept) => wholeOf({ query: story }, accept, token))
  await until(async () => (await server.count('subscriptions')) === accepts.length)
  await server.revocations.revoke(['s-ada'])
  const [told, inParts] = await Promise.all(ends)
  expect(told).toMatch(/"code":"UNAUTHENTICATED".*\n\nevent: complete\ndata:\n\n$/)
  expect(inParts).toMatch(/\{"payload":null,"errors":\[.*"code":"UNAUTHENTICATED".*\r\n--graphql--\r\n$/)
  await until(async () => (await server.count('subscriptions')) + (await server.count('streams')) === 0)
})

const restart = { code: 'UNAVAILABLE', retriable: true, retryAfterMs: expect.any(Number) }

test('a router that goes down tells its streams to come back, after what was written; to SSE it does not say that they are complete', async () => {
  server = await startServer({ outboundBytes: 10_000_000 })
  const ends = accepts.map((accept) => wholeOf({ query: story }, accept))
  await until(async () => (await server.count('subscriptions')) === accepts.length)
  const text = 'x'.repeat(2_000_000)
  await server.newsroom.publish('1', text)
  await until(async () => (await server.count('events_out_total')) === accepts.length)
  await server.realtime.close()
  const [told = '', inParts = ''] = await Promise.all(ends)
  const [, retry, said = ''] = /\n\nretry: (\d+)\nevent: next\ndata: (.*)\n\n$/.exec(told) ?? []
  expect(JSON.parse(said)).toEqual({ errors: [{ message: expect.any(String), extensions: restart }] })
  expect(JSON.parse(said).errors[0].extensions.retryAfterMs).toBe(Number(retry))
  const last = inParts.split('\r\n\r\n').at(-1)!
  expect(last).toMatch(/\}\r\n--graphql--\r\n$/)
  expect(JSON.parse(last.split('\r\n', 1)[0]!)).toMatchObject({ payload: null, errors: [{ extensions: restart }] })
  expect([told, inParts].map((all) => all.includes(text))).toEqual([true, true])
  // It is no failure, and nothing to wake anybody for.
  expect(await server.count('errors_total')).toBe(0)
})

test('an unmodified graphql-sse client comes back to another router by itself, and misses nothing', async () => {
  server = await startServer()
  const other = await startServer()
  other.newsroom.rooms.set('1', server.newsroom.room('1'))
  const urls = [url(), other.url.replace('ws', 'http')]
  const variables: Record<string, unknown> = { after: 0 }
  const got: unknown[] = []
  const client = createClient({ url: () => urls.shift()!, retry: async () => undefined })
  client.subscribe<{ news: { rev: number } }>(
    { query: story, variables },
    {
      next: ({ data, errors }) => {
        if (data) variables['after'] = data.news.rev
        got.push(data?.news.rev ?? errors?.[0]?.extensions)
      },
      error: (error) => got.push(error),
      complete: () => got.push('complete'),
    },
  )
  await server.newsroom.publish('1', 'before')
  await until(() => got.length === 1)
  const closing = server.realtime.close()
  await server.newsroom.publish('1', 'meanwhile')
  await closing
  await until(() => other.newsroom.opened.length === 1)
  await other.newsroom.publish('1', 'after')
  await until(() => got.includes(3))
  expect(got.filter((one) => typeof one !== 'object')).toEqual([1, 2, 3])
  expect(got).toContainEqual(restart)
  client.dispose()
  await other.stop()
})

test('an unmodified Apollo Client gets the end of a router that goes down as an error with a code', async () => {
  server = await startServer()
  const client = new ApolloClient({ link: new HttpLink({ uri: url(), fetch }), cache: new InMemoryCache() })
  const ends: unknown[] = []
  const subscription = client.subscribe({ query: gql(story) }).subscribe({
    next: ({ error }) => ends.push(error),
    error: (error) => ends.push(error),
  })
  await until(async () => (await server.count('subscriptions')) === 1)
  await server.realtime.close()
  await until(() => ends.length > 0)
  expect(ends).toMatchObject([{ name: 'CombinedProtocolErrors', errors: [{ extensions: restart }] }])
  subscription.unsubscribe()
  client.stop()
})

test('a mutation asked for as a stream is answered though its router goes down meanwhile', async () => {
  server = await startServer()
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>()
  const execute = server.newsroom.execute.bind(server.newsroom)
  let underWay = 0
  server.newsroom.execute = async (...asked) => {
    underWay++
    await held
    return execute(...asked)
  }
  const ends = accepts.map((accept) => wholeOf({ query: 'mutation { publish(room: "1", text: "kept") }' }, accept))
  await until(() => underWay === accepts.length)
  const closing = server.realtime.close()
  goOn()
  for (const end of await Promise.all(ends)) expect(end).toMatch(/"data":\{"publish":/)
  await closing
})

test('one stream more than a user may have is refused for now, as its status and its code say', async () => {
  server = await startServer({ socketsPerUser: 1 })
  await server.signedIn('ada')
  const token = await server.tokenOf('ada')
  for (const accept of accepts) {
    const answer = await fetch(url(), asked({ query: story }, accept, token))
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retriable: true, retryAfterMs: expect.any(Number) } }],
    })
  }
  expect(await server.count('streams')).toBe(0)
})

/** A stream of Ada's that she stops reading, with more on its way to her than the network takes. */
async function stalled(): Promise<Socket> {
  const { port } = new URL(url())
  const { body, headers } = asked({ query: story }, events, await server.tokenOf('ada'))
  const lines = Object.entries({ host: 'x', 'content-length': body.length, ...headers }).map(([k, v]) => `${k}: ${v}`)
  const socket = connect(Number(port), '127.0.0.1').pause()
  sockets.push(socket)
  socket.on('error', () => undefined)
  socket.write(['POST /graphql HTTP/1.1', ...lines, '', body].join('\r\n'))
  await until(() => server.newsroom.opened.length === 1)
  await until(async () => {
    await server.newsroom.publish('1', 'x'.repeat(500_000))
    return (await server.count('waiting_bytes')) > 0
  }, 'something waits for her')
  return socket
}

const nothingIsLeft = async () => (await server.count('streams')) + (await server.count('waiting_bytes')) === 0

test('a reader that does not even take the end is cut off, and leaves nothing behind', async () => {
  server = await startServer({ closeTimeoutMs: 50, outboundBytes: 100_000_000 })
  await stalled()
  await server.newsroom.publish('1', 'the end', ['ada'])
  await until(nothingIsLeft)
})

test('a reader that has stopped reading is cut off, though nothing more comes; one that takes all it gets stays', async () => {
  server = await startServer({ streamBeatMs: 10, streamStallMs: 100, outboundBytes: 100_000_000 })
  const reading = await fetch(url(), asked({ query: story, variables: { room: '2' } }, events))
  const reader = reading.body!.getReader()
  await reader.read()
  server.newsroom.opened.length = 0
  await stalled()
  let read = 0
  await until(async () => {
    if (!(await reader.read()).done) read++
    return (await server.count('waiting_bytes')) === 0 && (await server.count('streams')) === 1
  })
  expect(read).toBeGreaterThan(0)
  await reader.cancel()
})

test('an unmodified Apollo Client subscribes by the hash of a document over multipart, which it sends once', async () => {
  server = await startServer()
  const bodies: { query?: string }[] = []
  const seen: typeof fetch = (input, init) => {
    bodies.push(JSON.parse(String(init?.body)))
    return fetch(input, init)
  }
  server.newsroom.room('1').append('a story')
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const sent of [[undefined, expect.any(String)], [undefined]]) {
    const link = new PersistedQueryLink({ sha256 }).concat(new HttpLink({ uri: url(), fetch: seen }))
    const client = new ApolloClient({ link, cache: new InMemoryCache() })
    const revs: unknown[] = []
    const subscription = client
      .subscribe<{ news: { rev: number } }>({ query: gql(story), variables: { after: 0 } })
      .subscribe(({ data, error }) => void revs.push(data?.news.rev ?? error))
    await until(() => revs.length > 0)
    expect([revs, bodies.splice(0).map(({ query }) => query)]).toEqual([[1], sent])
    subscription.unsubscribe()
    client.stop()
  }
})
