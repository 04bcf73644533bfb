import { afterEach, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { ApolloClient, InMemoryCache, gql } from '@apollo/client'
import { HttpLink } from '@apollo/client/link/http'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
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
