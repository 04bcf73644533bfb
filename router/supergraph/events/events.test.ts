import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { bidPlaced, composeAuction, lot, openAuction, user } from '../auction.example.ts'
import { buildSupergraph, type LiveOperation, type RequestContext, type Supergraph } from '../index.ts'

const sdl = composeAuction()
const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const as = (name: string): RequestContext => ({
  authorization: `Bearer ${name}`,
  viewer: { userId: name, sessionId: `s-${name}`, isGuest: false, expiresAt: Infinity },
  requestId: name,
})

let auction: ReturnType<typeof openAuction>
let graph: Supergraph
beforeEach(() => {
  auction = openAuction()
  graph = buildSupergraph({ sdl, subgraphs: auction.subgraphs, logger })
})

function live(selection: string, alias = 'e'): LiveOperation {
  const prepared = graph.prepare(`subscription($lot: ID!) { ${alias}: lotEvents(lotId: $lot) { ${selection} } }`)
  if ('errors' in prepared) throw prepared.errors[0]
  return prepared.live!
}

const bidder = '... on BidPlaced { bid { bidder { name } } }'
const from = (id: string, lotId = '1') => {
  const event = bidPlaced(1)
  return { ...event, lot: lot(lotId), bid: { ...event.bid, bidder: user(id) } }
}
type Result = { data: Record<string, never>; errors?: { path: (string | number)[] }[] }
const resolve = async (operation: LiveOperation, payload: Record<string, unknown>, lotId: string, who = 'ada') =>
  JSON.parse((await operation.resolveEvent(payload, { lot: lotId }, as(who))).body) as Result
const representations = () => auction.asked.map(({ subgraph, variables }) => [subgraph, variables!['representations']])

describe('events of the same moment', () => {
  test('ask for the entities of one viewer in one request, for equal ones once', async () => {
    const operation = live(bidder)
    const results = await Promise.all(
      ['bob', 'eve', 'bob'].map((id, index) => resolve(operation, from(id, `${index}`), `${index}`)),
    )
    expect(results.map(({ data }) => data)).toEqual(
      ['BOB', 'EVE', 'BOB'].map((name) => ({ e: { bid: { bidder: { name } } } })),
    )
    expect(representations()).toEqual([['people', [user('bob'), user('eve')]]])
  })

  test('are each asked for with their own viewer’s credentials', async () => {
    const operation = live('... on BidPlaced { bid { bidder { credit } } }')
    const payload = from('ada')
    const [own, other] = await Promise.all([
      resolve(operation, payload, '1', 'ada'),
      resolve(operation, payload, '1', 'eve'),
    ])
    expect(own.data).toEqual({ e: { bid: { bidder: { credit: 100 } } } })
    expect(other.data).toEqual({ e: { bid: { bidder: { credit: null } } } })
    expect(auction.asked.map(({ authorization }) => authorization)).toEqual(['Bearer ada', 'Bearer eve'])
  })

  test('get the errors of their own entities, at their own places', async () => {
    const [good, bad] = await Promise.all([
      resolve(live('lot { title }'), from('bob', '1'), '1'),
      resolve(live('lot { guarded }'), from('bob', '2'), '2'),
    ])
    expect(good).toEqual({ data: { e: { lot: { title: 'Lot 1' } } } })
    const guarded = live('lot { guarded }')
    const both = await Promise.all(['3', '4'].map((id) => resolve(guarded, from('bob', id), id)))
    for (const { errors } of [bad, ...both]) expect(errors).toMatchObject([{ path: ['e', 'lot', 'guarded'] }])
  })

  test('end together where the subgraph is away, each with an error at its place', async () => {
    auction.away.set('people', new Error('gone'))
    const operation = live(bidder)
    const results = await Promise.all(['1', '2'].map((id) => resolve(operation, from('bob', id), id)))
    for (const { errors } of results)
      expect(errors).toMatchObject([{ path: ['e', 'bid', 'bidder'], extensions: { code: 'UNAVAILABLE' } }])
  })
})

describe('groups of one event', () => {
  test('share what is the same for every viewer, whoever asked first', async () => {
    const payload = from('bob')
    const [one, other] = await Promise.all([
      resolve(live(bidder, 'one'), payload, '1', 'ada'),
      resolve(live(bidder, 'other'), payload, '1', 'eve'),
    ])
    expect(one.data).toEqual({ one: { bid: { bidder: { name: 'BOB' } } } })
    expect(other.data).toEqual({ other: { bid: { bidder: { name: 'BOB' } } } })
    expect(auction.asked).toHaveLength(1)
  })

  test('do not share a refusal: another viewer’s own credentials are tried', async () => {
    const payload = from('bob')
    const operation = live(bidder)
    const [refused, served] = await Promise.all([
      operation.resolveEvent(payload, { lot: '1' }, { ...as('ada'), authorization: 'Bearer 0' }),
      operation.resolveEvent(payload, { lot: '1' }, as('eve')),
    ])
    expect(refused.errors).not.toEqual([])
    expect(JSON.parse(served.body)).toEqual({ data: { e: { bid: { bidder: { name: 'BOB' } } } } })
  })
})
