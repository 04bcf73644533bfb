import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

let server: TestServer
beforeAll(async () => void (server = await startServer({ initTimeoutMs: 1_500 })))
afterAll(() => server.stop())

const init = { type: 'connection_init' }
const hello = { type: 'subscribe', id: '1', payload: { query: '{ hello }' } }

describe('a socket', () => {
  test('without the subprotocol graphql-transport-ws is closed with 4406', async () => {
    for (const protocols of [[], ['graphql-ws'], ['graphql-ws', 'soap']]) {
      const codes: number[] = []
      const handshake = { headers: { 'Sec-WebSocket-Protocol': protocols.join(', ') } }
      const socket = new WebSocket(server.url, protocols.length > 0 ? handshake : {})
      socket.on('close', (code) => codes.push(code))
      await until(() => codes.length > 0)
      expect(codes[0]).toBe(4406)
    }
    await until(async () => (await server.count('closes_total', '4406')) === 3)
  })

  test('that offers it among others gets it', async () => {
    const client = await server.open(['graphql-ws', 'graphql-transport-ws'])
    expect(client.socket.protocol).toBe('graphql-transport-ws')
    client.socket.close()
  })

  test('whose client closes it with a code of its own is counted, with no label for every code there may be', async () => {
    for (const code of [4123, 4124, 4499]) (await server.open()).socket.close(code)
    const closed = (label: string) => server.count('closes_total', label)
    await until(async () => (await closed('other')) === 2 && (await closed('4499')) === 1)
    expect(await closed('4123')).toBe(0)
  })

  test('on another path is refused with 404', async () => {
    const errors: Error[] = []
    new WebSocket(server.url.replace('/graphql', '/other')).on('error', (error) => errors.push(error))
    await until(() => errors.length === 1)
    expect(errors[0]!.message).toContain('404')
  })

  test('that says nothing is closed with 4408', async () => {
    expect(await (await server.open()).end()).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })
})

describe('connection_init', () => {
  test.each([
    [init],
    [{ ...init, payload: {} }],
    [{ ...init, payload: null }],
    [{ ...init, payload: { authorization: '' } }],
  ])('without a token is acknowledged: %j', async (message) => {
    const client = await server.open()
    client.send(message)
    expect(await client.next('connection_ack')).toEqual({ type: 'connection_ack' })
    client.socket.close()
  })

  test.each(['authorization', 'Authorization'])('signs in with the token in `%s`', async (name) => {
    const client = await server.open()
    client.send({ ...init, payload: { [name]: `Bearer ${await server.tokenOf('ada')}` } })
    await client.next('connection_ack')
    client.subscribe('1', 'subscription { news(room: "1", after: 0) { ... on Story { reader } } }')
    await server.newsroom.publish('1', 'a')
    expect(await client.next('next')).toEqual({ id: '1', type: 'next', payload: { data: { news: { reader: 'ada' } } } })
    client.socket.close()
  })

  test.each(['Bearer nonsense', 'Bearer ', 'Basic YTpi', 'nonsense', 7, {}, ['Bearer x']])(
    'with %j for a token is closed with 4403',
    async (authorization) => {
      const client = await server.open()
      client.send({ ...init, payload: { authorization } })
      const { code, reason } = await client.end()
      expect(code).toBe(4403)
      expect(reason).toMatch(
        /^Forbidden: (The access token is not valid|`authorization` is to be `Bearer` and an access token)\.$/,
      )
      expect(client.messages).toEqual([])
    },
  )

  test('twice is closed with 4429, whether the first is still being answered or not', async () => {
    const client = await server.signedIn()
    client.send(init)
    expect(await client.end()).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
    const hasty = await server.open()
    const first = { ...init, payload: { authorization: `Bearer ${await server.tokenOf('ada')}` } }
    hasty.send(first)
    hasty.send(first)
    expect(await hasty.end()).toMatchObject({ code: 4429 })
  })
})

describe('subscribe', () => {
  test('before connection_init is closed with 4401', async () => {
    const client = await server.open()
    client.send(hello)
    expect(await client.end()).toEqual({ code: 4401, reason: 'Unauthorized' })
  })

  test('before connection_ack is closed with 4401', async () => {
    const client = await server.open()
    client.send({ ...init, payload: { authorization: `Bearer ${await server.tokenOf('ada')}` } })
    client.send(hello)
    expect(await client.end()).toMatchObject({ code: 4401 })
  })

  test('answers a query and a mutation with one `next`, then `complete`', async () => {
    const client = await server.signedIn()
    client.send(hello)
    expect(await client.next('next')).toEqual({ id: '1', type: 'next', payload: { data: { hello: 'Hello world' } } })
    expect(await client.next('complete')).toEqual({ id: '1', type: 'complete' })
    client.subscribe('1', 'mutation($text: String!) { publish(room: "9", text: $text) }', { text: 'a' })
    expect(await client.next('next')).toMatchObject({ payload: { data: { publish: 1 } } })
    await client.next('complete')
    client.socket.close()
  })

  test.each([
    ['{ hello', 'Syntax Error'],
    ['{ nonsense }', 'Cannot query field'],
    ['subscription { news(room: "1", after: "x") { rev } }', 'Int cannot represent'],
    ['subscription($room: ID!) { news(room: $room) { rev } }', 'was not provided'],
  ])(
    'with a wrong document or variables is answered with `error`, and the id is free again: %s',
    async (query, message) => {
      const client = await server.signedIn()
      client.subscribe('1', query)
      const { id, payload } = await client.next('error')
      expect([id, (payload as Error[])[0]!.message]).toEqual(['1', expect.stringContaining(message)])
      client.send(hello)
      await client.next('next')
      client.socket.close()
    },
  )

  test('with the id of a running operation is closed with 4409', async () => {
    const client = await server.signedIn()
    client.subscribe('a', story)
    client.subscribe('a', story)
    expect(await client.end()).toEqual({ code: 4409, reason: 'Subscriber for a already exists' })
    const lengthy = await server.signedIn()
    lengthy.subscribe('a'.repeat(500), story)
    lengthy.subscribe('a'.repeat(500), story)
    expect(await lengthy.end()).toEqual({ code: 4409, reason: 'Subscriber already exists' })
  })

  test('with an id that needs escaping in JSON gets that id back', async () => {
    const client = await server.signedIn()
    const id = '"\\\u2028\n}'
    client.send({ ...hello, id })
    expect(await client.next('next')).toMatchObject({ id })
    expect(await client.next('complete')).toEqual({ id, type: 'complete' })
    client.socket.close()
  })
})

describe('complete', () => {
  test('ends the operation: nothing more is sent for it, and its id is free again', async () => {
    const client = await server.signedIn()
    client.subscribe('a', story, { room: 'c' })
    await until(() => server.pubsub.listeners > 0)
    client.send({ type: 'complete', id: 'a' })
    client.send({ type: 'ping' })
    await client.next('pong')
    await server.newsroom.publish('c', 'unheard')
    client.send({ ...hello, id: 'a' })
    expect(await client.next('next')).toMatchObject({ id: 'a', payload: { data: { hello: 'Hello world' } } })
    client.socket.close()
  })

  test('aborts a query that runs', async () => {
    const client = await server.signedIn()
    client.subscribe('a', '{ never }')
    client.send({ type: 'complete', id: 'a' })
    client.send({ type: 'ping' })
    await client.next('pong')
    client.send({ ...hello, id: 'a' })
    expect(await client.next('next')).toMatchObject({ payload: { data: { hello: 'Hello world' } } })
    client.socket.close()
  })

  test('for an operation that is over, or never was, is no fault', async () => {
    const client = await server.signedIn()
    client.send({ type: 'complete', id: 'never' })
    client.send(hello)
    await client.next('next')
    await client.next('complete')
    client.send({ type: 'complete', id: '1' })
    client.send({ type: 'ping' })
    await client.next('pong')
    client.socket.close()
  })
})

describe('ping', () => {
  test('is answered with `pong` and its payload, also before connection_init', async () => {
    const client = await server.open()
    client.send({ type: 'ping' })
    expect(await client.next('pong')).toEqual({ type: 'pong' })
    client.send({ type: 'ping', payload: { sent: 1 } })
    expect(await client.next('pong')).toEqual({ type: 'pong', payload: { sent: 1 } })
    client.send({ type: 'pong', payload: { answer: 'to nothing' } })
    client.send({ type: 'ping' })
    await client.next('pong')
    client.socket.close()
  })
})

test('the graphql-ws client works unmodified: queries, mutations, subscriptions, errors, and the end', async () => {
  const token = await server.tokenOf('ada')
  const url = server.url
  const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}` } })
  const stories = client.iterate({ query: story, variables: { room: 'g', after: 0 } })
  await server.newsroom.publish('g', 'a')
  expect((await stories.next()).value).toEqual({ data: { news: { rev: 1, text: 'a' } } })
  await server.newsroom.publish('g', 'b', ['ada'])
  expect((await stories.next()).value).toEqual({ data: { news: { rev: 2, text: 'b' } } })
  expect((await stories.next()).done).toBe(true)
  expect((await client.iterate({ query: '{ hello }' }).next()).value).toEqual({ data: { hello: 'Hello world' } })
  await expect(client.iterate({ query: '{ nonsense }' }).next()).rejects.toMatchObject([{ message: expect.anything() }])
  await client.dispose()
})
