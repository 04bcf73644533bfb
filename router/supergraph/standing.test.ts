import { expect, test } from '@jest/globals'
import { createLogger } from '../../platform/telemetry/index.ts'
import { bidPlaced, composeAuction, openAuction } from './auction.example.ts'
import { buildSupergraph, type LiveOperation, type PreparedOperation, type Supergraph } from './index.ts'
import { StandingSubscriptions } from './standing.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const query = 'subscription { lotEvents(lotId: "1") { rev lot { title } ... on BidPlaced { bid { note } } } }'

function open(change: (sdl: string) => string = (sdl) => sdl) {
  const auction = openAuction()
  const graph = buildSupergraph({ sdl: change(composeAuction()), subgraphs: auction.subgraphs, logger })
  return { graph, ...auction }
}

type Live = PreparedOperation & { live: LiveOperation }

function prepare(graph: Supergraph): Live {
  const prepared = graph.prepare(query)
  if ('errors' in prepared) throw prepared.errors[0]
  return prepared as Live
}

const resolve = async ({ live }: Live) => {
  const { body } = await live.resolveEvent(bidPlaced(1), {}, { viewer: undefined, requestId: 'r' })
  return JSON.parse(body)
}
const answer = { data: { lotEvents: { rev: 1, lot: { title: 'Lot 1' }, bid: { note: null } } } }

test('a subscription that stands goes on to a newer supergraph, and whoever asks for the same there shares it', async () => {
  const standing = new StandingSubscriptions()
  const [first, second] = [open(), open()]
  const began = prepare(standing.over(first.graph))
  expect(await resolve(began)).toEqual(answer)
  const asked = first.asked.length
  await standing.moveTo(second.graph)
  expect(await resolve(began)).toEqual(answer)
  expect(first.asked).toHaveLength(asked)
  expect(second.asked.map(({ subgraph }) => subgraph)).toEqual(['lots'])
  expect(prepare(standing.over(second.graph))).toBe(began)
})

test('where several newer ones come at once, it ends up on the newest', async () => {
  const standing = new StandingSubscriptions()
  const [first, second, third] = [open(), open(), open()]
  const began = prepare(standing.over(first.graph))
  await Promise.all([second, third].map(({ graph }) => standing.moveTo(graph)))
  expect(await resolve(began)).toEqual(answer)
  expect([first, second, third].map(({ asked }) => asked.length)).toEqual([0, 0, 1])
})

test.each([
  ['that lacks a field of it', (sdl: string) => sdl.replace(/\n\s*note: String/, '')],
  [
    'in which it differs from viewer to viewer',
    (sdl: string) => sdl.replace(/(title: String.*) @viewerIndependent/, '$1'),
  ],
  ['in which it reads another topic', (sdl: string) => sdl.replace('lot:{lotId}', 'lots:{lotId}')],
])('it stays as it is beside a newer one %s', async (_name, change) => {
  const standing = new StandingSubscriptions()
  const [first, second] = [open(), open(change)]
  expect(change(composeAuction())).not.toBe(composeAuction())
  const began = prepare(standing.over(first.graph))
  const { live } = began
  const before = { ...live }
  await standing.moveTo(second.graph)
  expect(live).toEqual(before)
  expect(await resolve(began)).toEqual(answer)
  expect([first.asked.length, second.asked.length]).toEqual([1, 0])
  const other = standing.over(second.graph).prepare(query)
  if (!('errors' in other)) expect(other.live!.origin).not.toBe(live.origin)
})
