import { expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startServer } from '../testing/startServer.ts'
import { story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('a router that goes down closes with 1012 what is open, after what was written; takes nobody new', async () => {
  const server = await startServer({ outboundBytes: 10_000_000 })
  const client = await server.signedIn()
  client.subscribe('1', story)
  await until(() => server.newsroom.opened.length === 1)
  await server.newsroom.publish('1', 'x'.repeat(5_000_000))
  await until(async () => (await server.count('events_out_total')) === 1)
  const closing = server.realtime.close()
  const errors: Error[] = []
  new WebSocket(server.url, 'graphql-transport-ws').on('error', (error) => errors.push(error))
  expect(await client.end()).toEqual({ code: 1012, reason: 'Service restart' })
  await until(() => errors.length === 1)
  expect(errors[0]!.message).toContain('503')
  await closing
  expect([client.of('1').length, server.pubsub.listeners]).toEqual([1, 0])
  await server.stop()
})

test('many clients are told in groups over the set time, and all are gone at its end', async () => {
  const server = await startServer({ drainMs: 600 })
  const ends: number[] = []
  await Promise.all(
    Array.from({ length: 240 }, async () => {
      const client = await server.open()
      client.socket.on('close', () => ends.push(performance.now()))
    }),
  )
  await server.realtime.close()
  await until(() => ends.length === 240)
  expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(300)
  expect(await server.count('connections')).toBe(0)
  await server.stop()
})

test('a client that answers no close is cut off in time', async () => {
  const server = await startServer({ closeTimeoutMs: 100 })
  const client = await server.signedIn()
  client.socket.pause()
  const start = performance.now()
  await server.realtime.close()
  expect(performance.now() - start).toBeLessThan(2_000)
  client.socket.terminate()
  await server.stop()
})

test('a client of one router that goes down resumes at another, without a gap or a repeat', async () => {
  const [one, two] = [await startServer(), await startServer()]
  two.newsroom.rooms.set('1', one.newsroom.room('1'))
  const urls = [one.url, two.url]
  const got: unknown[] = []
  const variables: Record<string, unknown> = { after: 0 }
  const client = createClient({ url: () => urls.shift()!, webSocketImpl: WebSocket, retryWait: async () => undefined })
  client.subscribe<{ news: { rev: number } }>(
    { query: story, variables },
    {
      next: ({ data }) => {
        got.push(data?.news.rev)
        variables['after'] = data?.news.rev
      },
      error: (error) => got.push(error),
      complete: () => undefined,
    },
  )
  for (let count = 0; count < 5; count++) await one.newsroom.publish('1', 'before')
  await until(() => got.length === 5)
  const stopping = one.stop()
  for (let count = 0; count < 5; count++) await one.newsroom.publish('1', 'meanwhile')
  await stopping
  await until(() => two.newsroom.opened.length === 1)
  for (let count = 0; count < 5; count++) await two.newsroom.publish('1', 'after')
  await until(() => got.length === 15)
  expect(got).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  await client.dispose()
  await two.stop()
})
