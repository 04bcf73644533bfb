import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gql } from '@apollo/client'
import WebSocket from 'ws'
import { createParleyClient } from '../../client/apollo/index.ts'
import { Connection, createApi, follow, openSocket, Outbox, OutboxStorage } from '../../client/index.ts'
import type { Session } from '../../client/index.ts'
import { memoryStorage } from '../../client/memoryStorage.ts'
import { SessionStore } from '../../client/session/sessionStore.ts'
import { TcpProxy } from '../../platform/network/tcpProxy.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'

let system: TestSystem
let proxy: TcpProxy
let url: string
const folder = mkdtempSync(join(tmpdir(), 'parley-client-'))
const usage = join(folder, 'usage.jsonl')
beforeAll(async () => {
  system = await TestSystem.start({ PARLEY_USAGE: usage, PARLEY_USAGE_FLUSH_MS: '100' })
  proxy = await TcpProxy.open({ host: '127.0.0.1', port: Number(new URL(system.url).port) })
  url = `http://127.0.0.1:${proxy.port}/graphql`
})
afterAll(async () => {
  await proxy.close()
  await system.stop()
  rmSync(folder, { recursive: true })
})

const EVENTS = `subscription ($id: ID!, $after: Int) {
  conversationEvents(conversationId: $id, after: $after) { __typename rev ... on MessageSent { message { text } } }
}`
interface Events {
  conversationEvents: { rev: number; message?: { text: string } }
}
const tokenOf = (person: Person) => ({ accessToken: async () => person.accessToken, refuse: () => undefined })
const texts = Array.from({ length: 6 }, (_, n) => `message ${n}`)

/** Says six things, and cuts every connection after each second one. */
async function sayAndCut(ada: Person, id: string, seen: () => number): Promise<void> {
  for (const [n, text] of texts.entries()) {
    await ada.send(id, text)
    if (n % 2 === 0) continue
    await proxy.cut()
    await proxy.restore()
  }
  await until(
    () => seen() === texts.length,
    () => `${seen()} were seen`,
  )
}

const SESSION =
  'session { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt user { id name handle isGuest } }'
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`
async function refresh(refreshToken: string): Promise<Session> {
  const api = createApi({ url: `${system.url}/graphql` })
  const answer = await api<{ refreshSession: { session: Session } }>(REFRESH, { input: { refreshToken } })
  return answer.refreshSession.session
}

describe('the client package, in Node, over a network that cuts', () => {
  test('follow gives every event once and in order, and ends when told', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Followed')
    const socketUrl = url.replace('http', 'ws')
    const parts = { url: socketUrl, session: tokenOf(ada), connection: new Connection(), webSocketImpl: WebSocket }
    const { client, dispose } = openSocket(parts)
    const ended = new AbortController()
    const seen: string[] = []
    const positionOf = ({ conversationEvents: { rev } }: Events) => rev
    const following = (async () => {
      const options = { query: EVENTS, variables: { id }, after: 1, positionOf, signal: ended.signal }
      for await (const { conversationEvents } of follow<Events>(client, options)) {
        if (conversationEvents.message) seen.push(conversationEvents.message.text)
      }
    })()
    await sayAndCut(ada, id, () => seen.length)
    ended.abort()
    await following
    expect(seen).toEqual(texts)
    dispose()
  })

  test('follow ends with the code of a refusal that stays one', async () => {
    const [ada, eve] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Eve')]
    const id = await ada.startGroup('Closed')
    const parts = { url: url.replace('http', 'ws'), session: tokenOf(eve), connection: new Connection() }
    const { client, dispose } = openSocket({ ...parts, webSocketImpl: WebSocket })
    const first = follow<Events>(client, { query: EVENTS, variables: { id }, after: 0, positionOf: () => 0 }).next()
    await expect(first).rejects.toMatchObject({ code: 'FORBIDDEN' })
    dispose()
  })

  test("Apollo Client's subscription goes on where it was cut", async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Apollo')
    const { client, dispose } = createParleyClient({ url, session: tokenOf(ada), webSocketImpl: WebSocket })
    const seen: string[] = []
    const reading = client
      .subscribe<Events>({ query: gql(EVENTS), variables: { id, after: 1 }, fetchPolicy: 'no-cache' })
      .subscribe(({ data }) => data?.conversationEvents.message && seen.push(data.conversationEvents.message.text))
    await sayAndCut(ada, id, () => seen.length)
    expect(seen).toEqual(texts)
    reading.unsubscribe()
    dispose()
  })

  test('what an app calls itself stands beside what it asks for: over HTTP and on the socket, with Apollo and without', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Named')
    const clientAwareness = { name: 'an-app', version: '1.2' }
    await createApi({ url, token: () => ada.accessToken, clientAwareness })('query Plain { me { id } }')
    const { client, dispose } = createParleyClient({
      url,
      session: tokenOf(ada),
      webSocketImpl: WebSocket,
      clientAwareness,
    })
    await client.query({ query: gql('query Apollo { me { id } }') })
    const query = gql('subscription Live($id: ID!) { conversationEvents(conversationId: $id) { rev } }')
    const reading = client.subscribe({ query, variables: { id } }).subscribe({})
    const recorded = () =>
      (existsSync(usage) ? readFileSync(usage, 'utf8') : '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .filter(({ client }) => client.name === 'an-app' && client.version === '1.2')
        .map(({ operation }) => operation.name)
        .sort()
    await until(
      () => recorded().length === 3,
      () => `recorded: ${recorded()}`,
    )
    expect(recorded()).toEqual(['query Apollo', 'query Plain', 'subscription Live'])
    reading.unsubscribe()
    dispose()
  })

  test('a socket is told of a renewed token, and goes on', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Renewed')
    const pongs: string[] = []
    class Watched extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols)
        this.on('message', (data) => String(data).includes('"expiresAt"') && pongs.push(String(data)))
      }
    }
    let token = ada.accessToken
    const session = { accessToken: async () => token, refuse: () => undefined }
    const connection = new Connection()
    const opened: string[] = []
    connection.subscribe(() => void opened.push(connection.current()))
    const { client, dispose } = openSocket({
      url: url.replace('http', 'ws'),
      session,
      connection,
      webSocketImpl: Watched,
    })
    const positionOf = ({ conversationEvents: { rev } }: Events) => rev
    const events = follow<Events>(client, { query: EVENTS, variables: { id }, after: 1, positionOf })
    const heard = async (text: string) => {
      while ((await events.next()).value?.conversationEvents.message?.text !== text);
    }
    await ada.send(id, 'before')
    await heard('before')
    // Within one second a session gets the same token again.
    const second = Math.floor(Date.now() / 1000)
    await until(() => Math.floor(Date.now() / 1000) > second)
    token = (await refresh(ada.refreshToken)).accessToken
    await until(
      () => pongs.length > 0,
      () => 'the server was not told of the new token',
    )
    await ada.send(id, 'after')
    await heard('after')
    expect(opened).toEqual(['connecting', 'connected'])
    await events.return()
    dispose()
  })

  test('an outbox sends all in order, each once, whatever happens to the answers', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Outbox')
    const api = createApi({ url, token: () => ada.accessToken })
    const outbox = new Outbox<{ text: string }>({
      storage: new OutboxStorage(memoryStorage(), ada.id, (kept) => kept as { text: string }),
      send: async ({ id: clientMessageId, conversationId, text }) => {
        await api(Person.sendMutation, { input: { conversationId, clientMessageId, text } })
      },
      exclusive: (_name, task) => task(),
      onWake: () => () => undefined,
    })
    for (const text of texts) outbox.add(id, { text })
    await proxy.cut()
    await proxy.restore()
    await until(
      () => outbox.current().every(({ status }) => status === 'sent'),
      () => JSON.stringify(outbox.current()),
    )
    expect((await ada.history(id)).map(({ text }) => text)).toEqual(texts)
  })

  test('a session is renewed before it ends, and by whoever needs it first', async () => {
    const ada = await Person.guest(system, 'Ada')
    const api = createApi({ url: `${system.url}/graphql` })
    const renewed: string[] = []
    let clock = Date.now()
    const store = new SessionStore({
      storage: memoryStorage(),
      exclusive: (_name, task) => task(),
      now: () => clock,
      renew: async (refreshToken) => {
        renewed.push(refreshToken)
        return refresh(refreshToken)
      },
    })
    const soon = new Date(clock + 60_000).toISOString()
    const user = { id: ada.id, name: 'Ada', handle: null, isGuest: true }
    store.set({ ...ada, accessTokenExpiresAt: soon, refreshTokenExpiresAt: soon, user })
    expect(await store.accessToken()).toBe(ada.accessToken)
    clock += 50_000
    const tokens = await Promise.all([store.accessToken(), store.accessToken()])
    expect(tokens[1]).toBe(tokens[0])
    expect(await api('{ me { id } }')).toMatchObject({ me: null })
    expect(await createApi({ url, token: () => tokens[0]! })('{ me { id } }')).toEqual({ me: { id: ada.id } })
    expect(renewed).toEqual([ada.refreshToken])
  })
})
