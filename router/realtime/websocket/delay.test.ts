import { afterEach, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../testing/startServer.ts'
import { until } from '../../../platform/time/until.ts'

const query = 'subscription($after: Int) { news(room: "1", after: $after) { rev } }'
let server: TestServer
afterEach(() => server.stop())

test('while pub/sub is away clients are told that the stream is delayed, and when it is live again', async () => {
  server = await startServer()
  const there = await server.signedIn()
  server.pubsub.breakConnection()
  expect((await there.next('ping')).payload).toEqual({ stream: 'delayed' })
  const late = await server.signedIn()
  expect((await late.next('ping')).payload).toEqual({ stream: 'delayed' })
  expect(await server.count('delayed')).toBe(1)
  server.pubsub.restoreConnection()
  expect((await there.next('ping')).payload).toEqual({ stream: 'live' })
  expect((await late.next('ping')).payload).toEqual({ stream: 'live' })
  expect(await server.count('delayed')).toBe(0)
})

test('an unmodified graphql-ws client goes on, and gets what it missed by itself', async () => {
  server = await startServer()
  const client = createClient({ url: server.url, webSocketImpl: WebSocket, retryAttempts: 0 })
  const revs: unknown[] = []
  client.subscribe<{ news: { rev: number } }>(
    { query, variables: { after: 0 } },
    { next: ({ data }) => revs.push(data?.news.rev), error: (cause) => revs.push(cause), complete: () => undefined },
  )
  await until(async () => (await server.count('subscriptions')) === 1)
  await server.newsroom.publish('1', 'before')
  await until(() => revs.length === 1)
  server.pubsub.breakConnection()
  await server.newsroom.publish('1', 'meanwhile')
  server.pubsub.restoreConnection()
  await until(() => revs.length === 2)
  expect(revs).toEqual([1, 2])
  await client.dispose()
})

test('a socket on which nothing runs is closed; one with a subscription stays', async () => {
  server = await startServer({ idleMs: 1_000 })
  const idle = await server.signedIn()
  const busy = await server.signedIn()
  busy.subscribe('1', query)
  expect(await idle.end()).toEqual({ code: 4513, reason: 'Idle' })
  await server.newsroom.publish('1', 'still there')
  await busy.next('next')
})
