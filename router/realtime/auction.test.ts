import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createMetrics } from '../../platform/telemetry/index.ts'
import { bidPlaced, composeAuction, openAuction, verifier } from '../supergraph/auction.example.ts'
import { buildSupergraph } from '../supergraph/index.ts'
import { attachRealtime } from './index.ts'
import { RawClient } from './testing/rawClient.ts'
import { quiet } from './testing/startHub.ts'
import { UnreliablePubSub } from './testing/unreliablePubSub.ts'
import { until } from '../../platform/time/until.ts'

/** The engine over the router's own supergraph: three real subgraphs, composed, planned, and asked. */
const sdl = composeAuction()
let auction: ReturnType<typeof openAuction>
let pubsub: UnreliablePubSub
let server: Server
let realtime: { close(): Promise<void> }

beforeEach(async () => {
  auction = openAuction(quiet)
  pubsub = new UnreliablePubSub()
  const supergraph = buildSupergraph({ sdl, subgraphs: auction.subgraphs, logger: quiet })
  server = createServer()
  const limits = { resolvePatienceMs: 500 }
  const parts = { supergraph: () => supergraph, verifier, pubsub, logger: quiet, limits }
  realtime = attachRealtime(server, { ...parts, metrics: createMetrics({ process: false }) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  await realtime.close()
  server.close()
})

async function signIn(user?: string): Promise<RawClient> {
  const client = await RawClient.open(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`)
  client.send({ type: 'connection_init', payload: user ? { authorization: `Bearer ${user}` } : {} })
  await client.next('connection_ack')
  return client
}

const publish = (rev: number) =>
  pubsub.publish('lot:1', JSON.stringify({ topic: 'lot:1', rev, payload: bidPlaced(rev) }))

const shared = `subscription($lot: ID!, $after: Int) { lotEvents(lotId: $lot, after: $after) {
  rev lot { title } ... on BidPlaced { bid { amount bidder { name } } } } }`
const personal = `subscription($lot: ID!) { lotEvents(lotId: $lot) { rev ... on BidPlaced { bid { bidder { credit } } } } }`
const bid = (rev: number) => ({
  data: { lotEvents: { rev, lot: { title: 'Lot 1' }, bid: { amount: rev * 10, bidder: { name: 'ADA' } } } },
})

test('an event with fields of two other subgraphs asks each of them once, for any number of sockets', async () => {
  const clients = await Promise.all(['ada', 'bob', 'eve', 'joe'].map(signIn))
  for (const client of clients) client.subscribe('s', shared, { lot: '1' })
  await until(() => auction.asked.length === clients.length)
  await publish(8)
  await publish(9)
  await until(() => clients.every((client) => client.of('s').length === 2))
  for (const client of clients) expect(client.of('s').map(({ payload }) => payload)).toEqual([bid(8), bid(9)])
  const fetches = auction.asked.slice(clients.length).map(({ subgraph }) => subgraph)
  // One for each event, or for both where they came in the same moment.
  for (const name of ['lots', 'people']) expect([1, 2]).toContain(fetches.filter((one) => one === name).length)
  expect(new Set(fetches)).toEqual(new Set(['lots', 'people']))
})

test('what came after `after` is resolved over the same graph, then the stream goes on', async () => {
  const client = await signIn('ada')
  client.subscribe('s', shared, { lot: '1', after: 6 })
  await until(() => client.of('s').length === 1)
  await publish(7)
  await publish(8)
  await until(() => client.of('s').length === 2)
  expect(client.of('s').map(({ payload }) => payload)).toEqual([bid(7), bid(8)])
})

test('a field that differs between viewers is resolved with the credentials of each', async () => {
  const [ada, bob] = [await signIn('ada'), await signIn('bob')]
  for (const client of [ada, bob]) client.subscribe('s', personal, { lot: '1' })
  await until(() => auction.asked.length === 2)
  await publish(8)
  await until(() => [ada, bob].every((client) => client.of('s').length === 1))
  const credits = [ada, bob].map((client) => client.of('s')[0]!.payload)
  expect(credits).toMatchObject([100, null].map((credit) => ({ data: { lotEvents: { bid: { bidder: { credit } } } } })))
})

test('refusals of the owner, and subgraphs that are away, are told with their code', async () => {
  const [nobody, ada] = [await signIn(), await signIn('ada')]
  nobody.subscribe('s', shared, { lot: '1' })
  expect(await nobody.next('error')).toMatchObject({ payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  ada.subscribe('s', shared, { lot: '404' })
  expect(await ada.next('error')).toMatchObject({ payload: [{ extensions: { code: 'NOT_FOUND' } }] })
  ada.subscribe('t', shared, { lot: '1', after: -1 })
  expect(await ada.next('error')).toMatchObject({ payload: [{ extensions: { code: 'INVALID_INPUT' } }] })
  const asked = auction.asked.length
  ada.subscribe('u', shared, { lot: '1' })
  await until(() => auction.asked.length > asked)
  auction.away.set('people', new Error('ECONNREFUSED'))
  await publish(8)
  const { payload } = await ada.next('error')
  expect(payload).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retriable: true } }])
  expect(JSON.stringify(payload)).not.toContain('ECONNREFUSED')
})
