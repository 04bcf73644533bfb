import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import { startHub } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('one subscription to pub/sub per topic, however many subscribers; dropped when the last one goes', async () => {
  const { pubsub, subscribe, hub } = startHub()
  const sinks = Array.from({ length: 50 }, (_, index) => subscribe({ room: `${index % 2}` }))
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  expect([pubsub.subscribed, pubsub.listeners]).toEqual([2, 2])
  sinks.slice(0, 49).forEach(({ subscription }) => subscription.stop())
  await until(() => pubsub.listeners === 1)
  sinks[49]!.subscription.stop()
  await until(() => pubsub.listeners === 0 && hub.size === 0)
})

test('who leaves before the topic is open leaves nothing behind', async () => {
  const { pubsub, subscribe, hub } = startHub()
  for (let count = 0; count < 20; count++) subscribe().subscription.stop()
  await until(() => pubsub.listeners === 0 && hub.size === 0)
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  expect(pubsub.listeners).toBe(1)
})

test('pub/sub that cannot be reached is told as UNAVAILABLE, and a later subscription works', async () => {
  const { pubsub, subscribe, newsroom } = startHub()
  pubsub.breakConnection()
  const early = subscribe()
  await until(() => early.errors.length === 1)
  expect(early.codes).toEqual(['UNAVAILABLE'])
  pubsub.restoreConnection()
  const late = subscribe()
  await until(() => late.subscription.state === 'live')
  await newsroom.publish('1', 'a')
  await until(() => late.results.length === 1)
})

test('10,000 subscriptions that come and go leave no topic, group or listener, and the memory where it was', async () => {
  const { pubsub, newsroom, subscribe, hub, count } = startHub()
  const cycle = async (number: number) => {
    const sink = subscribe({ room: `${number % 7}`, after: 0 }, { viewer: `user${number % 13}` })
    await until(() => sink.subscription.state === 'live')
    if (number % 5 === 0) await newsroom.publish(`${number % 7}`, 'a')
    sink.subscription.stop()
  }
  const cycles = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => cycle(round * 100 + index)))
      for (const room of newsroom.rooms.values()) room.events.length = 0
      newsroom.opened.length = newsroom.resolved.length = 0
    }
    await until(() => pubsub.listeners === 0 && hub.size === 0)
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const warm = await cycles(20)
  const grown = (await cycles(100)) - warm
  expect([await count('topics'), await count('groups'), await count('subscriptions')]).toEqual([0, 0, 0])
  expect(grown / 10_000).toBeLessThan(100) // bytes per subscription: its objects alone are several hundred
})

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

test('no event is emptied because the tokens of those it is resolved with have just ended', async () => {
  const { newsroom, subscribe } = startHub()
  const old = ['a', 'b', 'c', 'd'].map((viewer) => subscribe({}, { viewer }))
  await until(() => old.every(({ subscription }) => subscription.state === 'live'))
  for (const viewer of ['a', 'b', 'c', 'd']) newsroom.expired.add(viewer)
  await newsroom.publish('1', 'nobody may ask for it now')
  await until(() => newsroom.resolved.length >= 4, 'it was tried with several')
  // The sockets go with their tokens, and one comes back with a new one.
  for (const { subscription } of old.slice(1)) subscription.stop()
  newsroom.expired.delete('a')
  await until(() => old[0]!.results.length === 1)
  expect(old[0]!.results).toEqual([{ data: { news: { rev: 1, text: 'nobody may ask for it now' } } }])
})

test('an event that is being resolved for those who go is whole for those who come meanwhile', async () => {
  const { newsroom, subscribe } = startHub()
  const going = subscribe({}, { viewer: 'a' })
  await until(() => going.subscription.state === 'live')
  newsroom.expired.add('a')
  await newsroom.publish('1', 'a story')
  await until(() => newsroom.resolved.length > 0, 'it is tried with a token that has ended')
  const coming = ['b', 'c'].map((viewer) => subscribe({ after: 0 }, { viewer }))
  await until(() => newsroom.opened.length === 3, 'they have read the log')
  await new Promise((resolve) => setTimeout(resolve, 20)) // and wait for what is being resolved
  going.subscription.stop()
  await until(() => coming.every(({ results }) => results.length === 1))
  for (const { results } of coming) expect(results).toEqual([{ data: { news: { rev: 1, text: 'a story' } } }])
})

test('however many tokens have ended, an event is resolved with one that holds', async () => {
  const { newsroom, subscribe } = startHub()
  const viewers = Array.from({ length: 100 }, (_, index) => `viewer ${index}`)
  const sinks: ReturnType<typeof subscribe>[] = []
  for (const viewer of viewers) {
    sinks.push(subscribe({}, { viewer }))
    await until(() => sinks.at(-1)!.subscription.state === 'live')
  }
  for (const viewer of viewers.slice(0, -1)) newsroom.expired.add(viewer)
  await newsroom.publish('1', 'a story')
  await until(() => sinks.every(({ results }) => results.length === 1))
  expect(newsroom.resolved).toEqual([{ rev: 1, viewer: 'viewer 99' }])
})

test('where all tokens stay over, subscriptions end and are to come back: no event is emptied', async () => {
  const { newsroom, subscribe } = startHub({ tokenGraceMs: 10 })
  const sink = subscribe({}, { viewer: 'ada' })
  await until(() => sink.subscription.state === 'live')
  newsroom.expired.add('ada')
  await newsroom.publish('1', 'a story')
  await until(() => sink.results.length + sink.errors.length > 0)
  expect([sink.results, sink.codes]).toEqual([[], ['UNAVAILABLE']])
})
