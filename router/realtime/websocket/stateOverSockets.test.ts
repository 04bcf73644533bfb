import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createMetrics } from '../../../platform/telemetry/index.ts'
import type { Supergraph } from '../../supergraph/index.ts'
import { attachRealtime } from '../index.ts'
import { Newsroom } from '../testing/news.ts'
import { RawClient } from '../testing/rawClient.ts'
import { quiet, story } from '../testing/startHub.ts'
import { UnreliablePubSub } from '../testing/unreliablePubSub.ts'
import { until } from '../../../platform/time/until.ts'
import { weather, WeatherStation } from '../testing/weather.ts'

/** State over real sockets, to readers who stall. */
let server: Server
let realtime: { close(): Promise<void> }
let pubsub: UnreliablePubSub
let station: WeatherStation
let newsroom: Newsroom
const metrics = createMetrics({ process: false })
const verifier = { verify: () => Promise.reject(new Error('nobody signs in here')) }
const outboundBytes = 64 * 1024

beforeEach(async () => {
  metrics.clear()
  pubsub = new UnreliablePubSub()
  station = new WeatherStation(pubsub)
  newsroom = new Newsroom(pubsub)
  server = createServer()
  const limits = { outboundBytes, messageBurst: 100_000 }
  realtime = attachRealtime(server, {
    supergraph: () => newsAndWeather,
    verifier,
    pubsub,
    logger: quiet,
    metrics,
    limits,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  await realtime.close()
  server.closeAllConnections()
  server.close()
})

/** One graph of both: events of the newsroom, states of the station. */
const newsAndWeather = {
  get apiSchema() {
    return newsroom.apiSchema
  },
  prepare: (query: string) => (query.includes('weather') ? station : newsroom).prepare(query),
} as unknown as Supergraph

async function follower(place: string): Promise<RawClient> {
  const client = await RawClient.open(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`)
  client.send({ type: 'connection_init' })
  await client.next('connection_ack')
  client.subscribe('s', weather, { places: [place] })
  return client
}
const celsiusOf = (client: RawClient) =>
  client.of('s').map(({ payload }) => (payload as { data: { weather: { celsius: number } } }).data.weather.celsius)
const textsOf = (client: RawClient) =>
  client.of('e').map(({ payload }) => (payload as { data: { news: { text: string } } }).data.news.text)

test('a reader who stalls for thousands of states is not closed, holds little, and gets the newest', async () => {
  // One state is an eighth of what may wait for a reader; all together are many times as much.
  const sensor = 's'.repeat(outboundBytes / 8)
  const [slow, quick] = [await follower('oslo'), await follower('oslo')]
  await station.measure('oslo', 0, { sensor })
  await until(() => slow.of('s').length === 1 && quick.of('s').length === 1)
  slow.socket.pause()
  for (let celsius = 1; celsius <= 2_000; celsius++) {
    await station.measure('oslo', celsius, { sensor })
    if (celsius % 50 === 0) await until(() => celsiusOf(quick).at(-1) === celsius)
  }
  slow.socket.resume()
  await until(() => celsiusOf(slow).at(-1) === 2_000)
  expect(slow.closed).toBeUndefined()
  expect(slow.of('s').length).toBeLessThan(2_000)
  const seen = celsiusOf(slow)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

test('a reader who stalls for events and states on one socket gets every event, once and in order, and of the states the newest', async () => {
  const sensor = 's'.repeat(outboundBytes / 8)
  const [slow, quick] = [await follower('oslo'), await follower('oslo')]
  for (const client of [slow, quick]) client.subscribe('e', story)
  await until(() => station.opened.length === 2 && newsroom.opened.length === 2)
  slow.socket.pause()
  const stories = Array.from({ length: 40 }, (_, index) => `story ${index + 1}`)
  for (const [index, text] of stories.entries()) {
    for (let celsius = index * 50 + 1; celsius <= (index + 1) * 50; celsius++)
      await station.measure('oslo', celsius, { sensor })
    await newsroom.publish('1', text)
    await until(() => textsOf(quick).length === index + 1 && celsiusOf(quick).at(-1) === (index + 1) * 50)
  }
  slow.socket.resume()
  await until(() => celsiusOf(slow).at(-1) === 2_000 && textsOf(slow).length === stories.length)
  expect(slow.closed).toBeUndefined()
  expect(textsOf(slow)).toEqual(stories)
  expect(celsiusOf(slow).length).toBeLessThan(2_000)
})

test('subscriptions that come and go, many at a time, leave nothing behind', async () => {
  const client = await follower('oslo')
  await until(() => station.opened.length === 1)
  const before = pubsub.listeners
  for (let round = 0; round < 40; round++) {
    const ids = Array.from({ length: 5 }, (_, index) => `${round}-${index}`)
    for (const id of ids) client.subscribe(id, weather, { places: [`place-${id}`] })
    await until(() => station.opened.length === 1 + 5 * (round + 1))
    for (const id of ids) client.send({ type: 'complete', id })
  }
  await until(() => pubsub.listeners === before)
  const count = async (name: string) =>
    (await metrics.getSingleMetric(`parley_realtime_${name}`)!.get()).values.reduce((sum, { value }) => sum + value, 0)
  expect([await count('subscriptions'), await count('topics'), await count('groups')]).toEqual([1, 1, 1])
})
