import { beforeEach, describe, expect, test } from '@jest/globals'
import { BadUserInput, InvalidInput, Unavailable } from '../../platform/errors.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { bidPlaced, composeAuction, lot, openAuction, user } from './auction.example.ts'
import { buildSupergraph, type LiveOperation, type RequestContext, type Supergraph } from './index.ts'

const sdl = composeAuction()
const ada: RequestContext = {
  authorization: 'Bearer ada',
  viewer: { userId: 'ada', sessionId: 's', isGuest: false, expiresAt: Infinity },
  requestId: 'r1',
}
const anonymous: RequestContext = { viewer: undefined, requestId: 'r2' }

let auction: ReturnType<typeof openAuction>
let graph: Supergraph

beforeEach(() => {
  auction = openAuction()
  graph = buildSupergraph({
    sdl,
    subgraphs: auction.subgraphs,
    logger: createLogger({ log: { level: 'silent', format: 'json' } }),
  })
})

function live(
  selection: string,
  head = 'subscription($lot: ID! = "1", $after: Int)',
  field = 'lotEvents',
): LiveOperation {
  const prepared = graph.prepare(`${head} { ${field}(lotId: $lot, after: $after) { ${selection} } }`)
  if ('errors' in prepared) throw prepared.errors[0]
  return prepared.live!
}

const resolve = async (operation: LiveOperation, payload: Record<string, unknown>, variables = {}, context = ada) =>
  JSON.parse((await operation.resolveEvent(payload, variables, context)).body) as Record<string, unknown>

describe('an event', () => {
  test('is answered from its payload alone where that holds everything', async () => {
    const operation = live(
      `
      kind: __typename
      r: rev
      lot { id }
      lot { same: id }
      ... on LotEvent { lot { __typename } }
      ... on BidPlaced { bid { amount note bidder { id } } outbid { __typename id } }
      ...Closing
    `,
      'fragment Closing on LotClosed { winner { id } } subscription($lot: ID! = "1", $after: Int)',
      'e: lotEvents',
    )
    expect(operation.responseKey).toBe('e')
    expect(await resolve(operation, bidPlaced(3))).toEqual({
      data: {
        e: {
          kind: 'BidPlaced',
          r: 3,
          lot: { id: '1', same: '1', __typename: 'Lot' },
          bid: { amount: 30, note: null, bidder: { id: 'ada' } },
          outbid: [
            { __typename: 'User', id: 'bob' },
            { __typename: 'User', id: 'eve' },
          ],
        },
      },
    })
    const closed = { __typename: 'LotClosed', rev: 4, lot: lot('1'), winner: null }
    expect(await resolve(operation, closed)).toMatchObject({ data: { e: { kind: 'LotClosed', winner: null } } })
    expect(auction.asked).toEqual([])
  })

  test('takes what its payload refers to from the other subgraphs, and leaves the payload as it was', async () => {
    const payload = bidPlaced(3)
    const before = structuredClone(payload)
    const operation = live(
      'lot { title seller { name } } ... on BidPlaced { outbid { name } bid { bidder { name } lot { title } } }',
    )
    expect(await resolve(operation, payload)).toEqual({
      data: {
        lotEvents: {
          lot: { title: 'Lot 1', seller: { name: 'BOB' } },
          outbid: [{ name: 'BOB' }, { name: 'EVE' }],
          bid: { bidder: { name: 'ADA' }, lot: { title: 'Lot 1' } },
        },
      },
    })
    expect(payload).toEqual(before)
    expect(auction.asked.map(({ subgraph }) => subgraph)).not.toContain('bids')
    expect(auction.asked.every(({ authorization }) => authorization === 'Bearer ada')).toBe(true)
  })

  test('is resolved by the owner of the field where the payload does not hold what is selected', async () => {
    const head = 'subscription($lot: ID! = "1", $after: Int, $payload: Int! = 2, $with: Boolean! = true)'
    const operation = live(
      'rev lot { title highest @include(if: $with) { amount bidder { name } } b: bids(first: $payload) { id } }',
      head,
      'e: lotEvents',
    )
    expect(await resolve(operation, bidPlaced(5))).toEqual({
      data: {
        e: {
          rev: 5,
          lot: { title: 'Lot 1', highest: { amount: 90, bidder: { name: 'ADA' } }, b: [{ id: 'b0' }, { id: 'b1' }] },
        },
      },
    })
    expect(auction.asked[0]).toMatchObject({ subgraph: 'bids', query: expect.stringContaining('_event_lotEvents') })
    const without = await resolve(operation, bidPlaced(5), { with: false })
    expect(without).toMatchObject({ data: { e: { lot: { b: [{ id: 'b0' }, { id: 'b1' }] } } } })
    expect(JSON.stringify(without)).not.toContain('highest')
  })

  test('whose payload breaks its type is resolved by the owner of the field, which says what is wrong', async () => {
    const { data, errors } = await resolve(live('rev ... on BidPlaced { bid { amount } }'), {
      ...bidPlaced(2),
      bid: null,
    })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }])
    expect(auction.asked).toHaveLength(1)
  })

  test('obeys @skip and @include below its root', async () => {
    const operation = live(
      'rev @skip(if: $no) lot { id @include(if: $no) title @include(if: $no) __typename } ... @include(if: $no) { lot { title } }',
      'subscription($lot: ID! = "1", $after: Int, $no: Boolean!)',
    )
    expect(await resolve(operation, bidPlaced(1), { no: false })).toEqual({
      data: { lotEvents: { rev: 1, lot: { __typename: 'Lot' } } },
    })
    expect(await resolve(operation, bidPlaced(1), { no: true })).toEqual({
      data: { lotEvents: { lot: { id: '1', title: 'Lot 1', __typename: 'Lot' } } },
    })
  })

  test('keeps what could be had when a subgraph is away', async () => {
    auction.away.set('lots', new Unavailable('away'))
    expect(await resolve(live('rev lot { title }'), bidPlaced(2))).toMatchObject({
      data: { lotEvents: { rev: 2, lot: { title: null } } },
      errors: [{ path: ['lotEvents', 'lot'], extensions: { code: 'UNAVAILABLE', retriable: true } }],
    })
  })

  test('with aliases that no object should have is answered like any other', async () => {
    const prepared = await resolve(live('__proto__: rev constructor: rev'), bidPlaced(2))
    expect(Object.keys((prepared['data'] as { lotEvents: object }).lotEvents)).toContain('constructor')
    expect(({} as { rev?: number }).rev).toBeUndefined()
  })
})

describe('one resolution for all', () => {
  test.each([
    ['rev lot { id title highest { amount bidder { id name } } } ... on BidPlaced { outbid { name } }', true],
    ['__typename', true],
    ['lot { seller { name } }', false],
    ['... on BidPlaced { bid { bidder { credit } } }', false],
    ['lot { ...L } } } fragment L on Lot { guarded', false],
  ])('%s: %s', (selection, expected) => {
    const text = selection.includes('fragment')
      ? `subscription { lotEvents(lotId: 1) { ${selection} }`
      : `subscription { lotEvents(lotId: 1) { ${selection} } }`
    const prepared = graph.prepare(text)
    if ('errors' in prepared) throw prepared.errors[0]
    expect(prepared.live?.viewerIndependent).toBe(expected)
  })
})

describe('a topic', () => {
  test('is named from the field’s arguments, whatever they hold', () => {
    const operation = live('rev')
    expect(operation).toMatchObject({
      field: 'lotEvents',
      subgraph: 'bids',
      topicTemplate: 'lot:{lotId}',
      resumeArgument: 'after',
    })
    expect(operation.topic({})).toEqual({ name: 'lot:1', arguments: { lotId: '1' }, after: undefined })
    expect(operation.topic({ lot: 'a:b/ü', after: 4 })).toEqual({
      name: 'lot:a%3Ab%2F%C3%BC',
      arguments: { lotId: 'a:b/ü', after: 4 },
      after: 4,
    })
    expect(operation.topic({ after: null }).after).toBeUndefined()
  })

  test.each([
    [{ after: -1 }, InvalidInput],
    [{ after: 1.5 }, BadUserInput],
    [{ lot: null }, BadUserInput],
    [{ lot: {} }, BadUserInput],
    [{ lot: '' }, InvalidInput],
    [{ lot: '\ud800' }, InvalidInput],
    [{ lot: 'x'.repeat(300) }, InvalidInput],
  ])('is refused for %j', (variables, error) => {
    expect(() => live('rev').topic(variables)).toThrow(error)
  })

  test('is refused for a variable with a default that is given as null where the field takes none', () => {
    const operation = live('rev', 'subscription($lot: ID = "1", $after: Int)')
    expect(operation.topic({}).name).toBe('lot:1')
    expect(() => operation.topic({ lot: null })).toThrow(BadUserInput)
  })

  test('is opened at its owner in one call', async () => {
    const operation = live('rev')
    expect(await operation.open(operation.topic({ after: 4 }), 10, ada)).toEqual({
      rev: 7,
      events: [{ topic: 'lot:1', rev: 5, payload: { ...bidPlaced(5), outbid: [user('bob'), user('eve')] } }],
      more: false,
    })
    expect(auction.asked).toHaveLength(1)
  })

  test('that may not be opened is refused with the owner’s code', async () => {
    const operation = live('rev')
    const refusal = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) })
    await expect(operation.open(operation.topic({}), 10, anonymous)).rejects.toEqual(refusal('UNAUTHENTICATED'))
    await expect(operation.open(operation.topic({ lot: '404' }), 10, ada)).rejects.toEqual(refusal('NOT_FOUND'))
    auction.away.set('bids', new Error('socket hang up'))
    await expect(operation.open(operation.topic({}), 10, ada)).rejects.toEqual(refusal('UNAVAILABLE'))
  })
})
