import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Server } from 'node:http'
import { promisify } from 'node:util'
import { createClient, type Client } from 'graphql-sse'
import { HttpLink } from '@apollo/client/link/http'
import { ApolloClient, InMemoryCache, gql } from '@apollo/client'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { until } from '../../../platform/time/until.ts'

const query = 'subscription($room: ID!, $after: Int) { news(room: $room, after: $after) { rev ... on Story { text } } }'
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
interface Result {
  data?: { news?: { rev: number } } | null
  errors?: readonly { extensions?: { code?: unknown } }[]
}

let server: TestServer
let url: string
const clients: { dispose(): void }[] = []
beforeEach(async () => {
  server = await startServer()
  url = server.url.replace('ws', 'http')
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.dispose()
  await server.stop()
})

const connectionsOf = promisify((http: Server, done: (error: Error | null, count: number) => void) =>
  http.getConnections(done),
)

/** A graphql-sse client, and what it got from one subscription. */
function listen(variables: Record<string, unknown>, options: { token?: () => Promise<string>; retries?: number } = {}) {
  const { token, retries = 0 } = options
  const headers = async (): Promise<Record<string, string>> =>
    token ? { authorization: `Bearer ${await token()}` } : {}
  const client: Client = createClient({ url, headers, retryAttempts: retries, retry: () => Promise.resolve() })
  clients.push(client)
  const seen = { revs: [] as unknown[], codes: [] as unknown[], ended: '', stop: () => {} }
  seen.stop = client.subscribe(
    { query, variables },
    {
      next: ({ data, errors }: Result) => {
        if (data?.news) seen.revs.push(data.news.rev)
        seen.codes.push(...(errors ?? []).map(({ extensions }) => extensions?.code))
      },
      error: () => (seen.ended = 'error'),
      complete: () => (seen.ended = 'complete'),
    },
  )
  return seen
}

test('an unmodified graphql-sse client gets the past and the stream, each event once and in order', async () => {
  for (const rev of range(1, 120)) server.newsroom.room('1').append(`story ${rev}`)
  const seen = listen({ room: '1', after: 7 })
  await until(() => seen.revs.length === 113)
  for (const rev of range(121, 140)) await server.newsroom.publish('1', `story ${rev}`)
  await until(() => seen.revs.length === 133)
  expect(seen.revs).toEqual(range(8, 140))
})

test('a refusal, a wrong document and a removal are told over SSE, and end the stream', async () => {
  server.newsroom.room('1').members = new Set(['ada'])
  const ada = listen({ room: '1' }, { token: () => server.tokenOf('ada') })
  const bob = listen({ room: '1' }, { token: () => server.tokenOf('bob') })
  await until(() => bob.ended && server.newsroom.opened.length === 2)
  expect([bob.codes, bob.ended]).toEqual([['FORBIDDEN'], 'complete'])
  await until(async () => (await server.count('subscriptions')) === 1)
  await server.newsroom.publish('1', 'Ada is removed', ['ada'])
  await until(() => ada.ended)
  await server.newsroom.publish('1', 'not for Ada')
  expect([ada.revs, ada.ended]).toEqual([[1], 'complete'])
})

test('a client that goes away leaves nothing behind', async () => {
  const seen = listen({ room: '1' })
  await until(async () => (await server.count('subscriptions')) === 1)
  seen.stop()
  await until(async () => (await server.count('subscriptions')) + (await server.count('streams')) === 0)
})

test('a client that goes away while its token is verified leaves nothing behind', async () => {
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>()
  let isVerifying = false
  server.hooks.beforeVerifying = () => ((isVerifying = true), held)
  const seen = listen({ room: '1' }, { token: () => server.tokenOf('ada') })
  await until(() => isVerifying)
  seen.stop()
  await until(async () => (await connectionsOf(server.server)) === 0)
  goOn()
  // Whoever comes next finds the place free, and nothing of the first one.
  const next = listen({ room: '1', after: 0 }, { token: () => server.tokenOf('ada') })
  await server.newsroom.publish('1', 'a story')
  await until(() => next.revs.length === 1)
  expect([await server.count('streams'), await server.count('subscriptions')]).toEqual([1, 1])
})

test('streams count among the connections of an address', async () => {
  await server.stop()
  server = await startServer({ socketsPerAddress: 1 })
  url = server.url.replace('ws', 'http')
  const first = listen({ room: '1' })
  await until(async () => (await server.count('streams')) === 1)
  expect(await (await server.open()).end()).toMatchObject({ code: 4512 })
  first.stop()
  await until(async () => (await server.count('streams')) === 0)
  await server.signedIn()
  const second = listen({ room: '1' })
  await until(() => second.ended)
  expect(await server.count('streams')).toBe(0)
})

test('a stream ends with its token, and the client comes back with a new one', async () => {
  let tokens = 0
  const token = () => server.tokenOf('ada', ++tokens === 1 ? 1_000 : 60_000)
  const seen = listen({ room: '1' }, { token, retries: 3 })
  await until(() => tokens === 2)
  await until(async () => (await server.count('streams')) === 1)
  expect(seen.ended).toBe('')
})

test('a wrong token, another type and a body that is none are refused before a stream stands', async () => {
  const ask = async (body: string, headers: Record<string, string>) => {
    const given = { accept: 'text/event-stream', 'content-type': 'application/json', ...headers }
    return (await fetch(url, { method: 'POST', body, headers: given })).status
  }
  const body = JSON.stringify({ query, variables: { room: '1' } })
  expect(await ask(body, { 'content-type': 'text/plain' })).toBe(415)
  expect(await ask('{"query":7}', {})).toBe(400)
  expect(await ask(body, { authorization: 'Bearer nonsense' })).not.toBe(200)
  expect(await server.count('streams')).toBe(0)
})

test('a GET is answered like a POST, but no mutation, and nothing that another origin can make a browser send', async () => {
  server.newsroom.room('1').append('a story')
  const ask = async (document: string, headers: Record<string, string>) => {
    const asked = new URLSearchParams({ query: document, variables: JSON.stringify({ room: '1', after: 0 }) })
    const abort = new AbortController()
    const answer = await fetch(`${url}?${asked}`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    })
    let text = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      if ((text += chunk).includes('"rev":1')) break
    }
    abort.abort()
    return { status: answer.status, text }
  }
  const authorization = `Bearer ${await server.tokenOf('ada')}`
  expect(await ask(query, { authorization })).toMatchObject({ status: 200, text: expect.stringContaining('"rev":1') })
  const mutation = 'mutation { publish(room: "1", text: "no") }'
  expect((await ask(mutation, { authorization })).status).toBe(405)
  expect((await ask(query, {})).status).toBe(400)
  expect(server.newsroom.room('1').events).toHaveLength(1)
})

test('an unmodified Apollo Client gets its events over multipart HTTP', async () => {
  for (const rev of range(1, 30)) server.newsroom.room('1').append(`story ${rev}`)
  const client = new ApolloClient({ link: new HttpLink({ uri: url, fetch }), cache: new InMemoryCache() })
  const revs: number[] = []
  const document = gql(query)
  const subscription = client
    .subscribe<{ news: { rev: number } }>({ query: document, variables: { room: '1', after: 0 } })
    .subscribe(({ data }) => void (data && revs.push(data.news.rev)))
  await until(() => revs.length === 30)
  for (const rev of range(31, 40)) await server.newsroom.publish('1', `story ${rev}`)
  await until(() => revs.length === 40)
  expect(revs).toEqual(range(1, 40))
  subscription.unsubscribe()
  client.stop()
  await until(async () => (await server.count('streams')) === 0)
})
