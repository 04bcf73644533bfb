import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { gql } from '@apollo/client'
import type { ApolloClient } from '@apollo/client'
import WebSocket from 'ws'
import { createParleyClient } from '../../client/apollo/index.ts'
import { apiKeySession, Connection, errorOf, follow, openSocket, SessionStore } from '../../client/index.ts'
import type { ApiError } from '../../client/index.ts'
import { memoryStorage } from '../../client/memoryStorage.ts'
import { TcpProxy } from '../../platform/network/tcpProxy.ts'
import { until } from '../../platform/time/until.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await TestSystem.start()
  url = `${system.url}/graphql`
})
afterAll(() => system.stop())

const EVENTS = gql`
  subscription ($id: ID!, $after: Int) {
    conversationEvents(conversationId: $id, after: $after) {
      rev
      ... on MessageSent {
        message {
          text
        }
      }
    }
  }
`
interface Events {
  conversationEvents: { rev: number; message?: { text: string } }
}

const sessionOf = ({ accessToken, refreshToken, id, name }: Person) => {
  const end = new Date(Date.now() + 900_000).toISOString()
  const user = { id, name, handle: null, isGuest: true }
  return { accessToken, accessTokenExpiresAt: end, refreshToken, refreshTokenExpiresAt: end, user }
}

const emptyStore = () =>
  new SessionStore({
    storage: memoryStorage(),
    exclusive: (_name, task) => task(),
    now: () => Date.now(),
    renew: () => Promise.reject(new Error('No token of these tests has to be renewed.')),
  })

/** What a reader of a conversation has seen from the beginning, and how that ended. */
function read(client: ApolloClient, id: string) {
  const seen: string[] = []
  const ends: string[] = []
  client.subscribe<Events>({ query: EVENTS, variables: { id, after: 1 }, fetchPolicy: 'no-cache' }).subscribe({
    next: ({ data, error }) => {
      if (error) ends.push(errorOf(error).code)
      else if (data?.conversationEvents.message) seen.push(data.conversationEvents.message.text)
    },
    complete: () => ends.push('complete'),
  })
  return { seen, ends, has: (text: string) => until(() => seen.includes(text), `${text} in ${seen}`) }
}

describe('one page, and who is signed in', () => {
  test('nothing of the first user reaches the second, nor who has signed out', async () => {
    const [ada, eve] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Eve')]
    const [secret, own] = [await ada.startGroup('Secret'), await eve.startGroup("Eve's")]
    const session = emptyStore()
    const { client, connection, dispose } = createParleyClient({ url, session, webSocketImpl: WebSocket })
    session.set(sessionOf(ada))
    const adas = read(client, secret)
    await ada.send(secret, 'for Ada')
    await adas.has('for Ada')

    session.set(null)
    expect(connection.current()).toBe('idle')
    await until(() => adas.ends.length === 2, `${adas.ends}`)
    expect(adas.ends).toEqual(['UNAUTHENTICATED', 'complete'])
    session.set(sessionOf(eve))
    const eves = [read(client, secret), read(client, own)]
    await ada.send(secret, 'not for Eve')
    await eve.send(own, 'for Eve')
    await eves[1]!.has('for Eve')
    await until(() => eves[0]!.ends.length === 2, `${eves[0]!.ends}`)
    expect(eves[0]).toMatchObject({ seen: [], ends: ['FORBIDDEN', 'complete'] })
    expect(adas.seen).toEqual(['for Ada'])
    dispose()
  })

  test('whoever signs in on a page that was live for nobody is live at once, with the tokens that came', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Late')
    const session = emptyStore()
    const { client, connection, dispose } = createParleyClient({ url, session, webSocketImpl: WebSocket })
    const nobodys = read(client, id)
    await until(() => connection.current() === 'connected', connection.current)
    session.set(sessionOf(ada))
    const adas = read(client, id)
    await ada.send(id, 'Hello')
    await adas.has('Hello')
    expect(nobodys.seen).toEqual([])
    expect(session.current()).toMatchObject({ accessToken: ada.accessToken })
    dispose()
  })

  test('a key that is none ends a subscription and says why, with Apollo Client and without', async () => {
    const retries: ApiError[] = []
    const session = apiKeySession('pk_none')
    const onRetry = (error: ApiError) => void retries.push(error)
    const { client, dispose } = createParleyClient({ url, session, webSocketImpl: WebSocket, onRetry })
    const { ends } = read(client, 'any')
    await until(() => ends.length === 2, `${ends}`)
    expect(ends).toEqual(['UNAUTHENTICATED', 'complete'])
    expect(retries.at(-1)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('4403 Forbidden'),
    })
    dispose()
    const socket = openSocket({ url, session, connection: new Connection(), webSocketImpl: WebSocket })
    const events = follow<Events>(socket.client, { query: EVENTS, variables: { id: 'any' }, positionOf: () => 0 })
    await expect(events.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    socket.dispose()
  })
})

describe('subscriptions of one client', () => {
  test('two with equal variables both get all, whenever they came', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Twice')
    const { client, dispose } = createParleyClient({
      url,
      session: apiKeySession(ada.accessToken),
      webSocketImpl: WebSocket,
    })
    const first = read(client, id)
    await ada.send(id, 'one')
    await first.has('one')
    const second = read(client, id)
    await second.has('one')
    await ada.send(id, 'two')
    await Promise.all([first.has('two'), second.has('two')])
    expect([first.seen, second.seen]).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ])
    dispose()
  })

  test('a client that was disposed of while it waited opens nothing any more', async () => {
    const ada = await Person.guest(system, 'Ada')
    const id = await ada.startGroup('Over')
    const proxy = await TcpProxy.open({ host: '127.0.0.1', port: Number(new URL(system.url).port) })
    const opened: string[] = []
    class Watched extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols)
        opened.push(address)
      }
    }
    const { client, connection, dispose } = createParleyClient({
      url: `http://127.0.0.1:${proxy.port}/graphql`,
      session: apiKeySession(ada.accessToken),
      webSocketImpl: Watched,
    })
    const { has, ends } = read(client, id)
    await ada.send(id, 'one')
    await has('one')
    await proxy.cut()
    await until(() => connection.current() === 'waiting', connection.current)
    dispose()
    const tries = opened.length
    expect(ends).toEqual(['complete'])
    expect(read(client, id).ends).toEqual(['REFUSED', 'complete'])
    expect(opened).toHaveLength(tries)
    await proxy.close()
  })
})
