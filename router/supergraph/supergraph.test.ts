import { beforeEach, describe, expect, test } from '@jest/globals'
import { Unavailable } from '../../platform/errors.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { composeAuction, openAuction } from './auction.example.ts'
import { Answer, buildSupergraph, type RequestContext, type Supergraph } from './index.ts'

const sdl = composeAuction()
const anonymous: RequestContext = { viewer: undefined, requestId: 'r1' }
const ada: RequestContext = {
  authorization: 'Bearer ada',
  viewer: { userId: 'ada', sessionId: 's', isGuest: false, expiresAt: Infinity },
  requestId: 'r2',
  address: '203.0.113.9',
  userAgent: 'suite',
}

let auction: ReturnType<typeof openAuction>
let graph: Supergraph
let lines: string[]

beforeEach(() => {
  lines = []
  const logger = createLogger({ log: { level: 'info', format: 'json' } }, { write: (line) => void lines.push(line) })
  auction = openAuction()
  graph = buildSupergraph({ sdl, subgraphs: auction.subgraphs, logger })
})

async function run(query: string, variables: Record<string, unknown> = {}, context = anonymous) {
  const prepared = graph.prepare(query)
  const answer =
    'errors' in prepared ? new Answer(undefined, prepared.errors) : await graph.execute(prepared, variables, context)
  return JSON.parse(answer.body) as { data?: unknown; errors?: Record<string, unknown>[] }
}

describe('queries and mutations', () => {
  test('are answered from every subgraph that they touch', async () => {
    expect(await run('{ all: lots { __typename title seller { name } highest { amount } } __typename }')).toEqual({
      data: {
        all: [
          { __typename: 'Lot', title: 'Lot 1', seller: { name: 'BOB' }, highest: { amount: 90 } },
          { __typename: 'Lot', title: 'Lot 2', seller: { name: 'BOB' }, highest: { amount: 90 } },
        ],
        __typename: 'Query',
      },
    })
  })

  test('take variables with their defaults, and one entity request for a whole list', async () => {
    const query = 'query($first: Int = 3) { lots(first: $first) { highest { bidder { name } } } }'
    expect(await run(query)).toEqual({
      data: { lots: Array.from({ length: 3 }, () => ({ highest: { bidder: { name: 'ADA' } } })) },
    })
    expect(auction.asked.map(({ subgraph }) => subgraph)).toEqual(['lots', 'bids', 'people'])
    expect(
      await run('mutation($input: RenameInput!) { rename(input: $input) { name } }', { input: { name: 'x' } }),
    ).toEqual({ data: { rename: { name: 'X' } } })
  })

  test('pass the viewer on: authorization, request id, address and agent', async () => {
    expect(await run('{ me { name credit } }', {}, ada)).toEqual({ data: { me: { name: 'ADA', credit: 100 } } })
    const { authorization, requestId, address, userAgent } = auction.asked[0]!
    expect({ authorization, requestId, address, userAgent }).toEqual({
      authorization: 'Bearer ada',
      requestId: 'r2',
      address: '203.0.113.9',
      userAgent: 'suite',
    })
    expect(await run('{ me { name } }')).toEqual({ data: { me: null } })
  })

  test('show the schema to those who ask, without what is inaccessible', async () => {
    const query = '{ __type(name: "User") { fields { name } } }'
    expect(await run(query)).toEqual({
      data: { __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'credit' }] } },
    })
    expect(await run('{ me { secret } }')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    })
    graph = buildSupergraph({
      sdl,
      subgraphs: auction.subgraphs,
      logger: createLogger({ log: { level: 'silent', format: 'json' } }),
      introspection: false,
    })
    expect((await run(query)).errors).toMatchObject(
      Array(2).fill({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    )
    expect(JSON.stringify(await run('{ lotz { id } }'))).not.toContain('Did you mean')
  })
})

describe('errors of subgraphs', () => {
  test('keep code, retriable, retryAfterMs and path, and the rest of the answer stands', async () => {
    expect(await run('{ busy b: lots(first: 1) { title g: guarded } }')).toEqual({
      data: { busy: null, b: [{ title: 'Lot 1', g: null }] },
      errors: [
        {
          message: 'Slow down.',
          path: ['busy'],
          extensions: { code: 'RATE_LIMITED', retriable: true, retryAfterMs: 250 },
        },
        { message: 'Not for you.', path: ['b', 0, 'g'], extensions: { code: 'FORBIDDEN', retriable: false } },
      ],
    })
  })

  test('of our own making are masked under an id', async () => {
    const { errors, data } = await run('{ crash lots(first: 1) { title } }')
    expect(data).toEqual({ crash: null, lots: [{ title: 'Lot 1' }] })
    expect(errors).toMatchObject([{ path: ['crash'], extensions: { code: 'INTERNAL', errorId: expect.any(String) } }])
    expect(JSON.stringify(errors)).not.toContain('secrets')
  })

  test('of a subgraph that cannot be reached say so at the fields that it owed, and not which it was', async () => {
    auction.away.set('people', new Unavailable('http://people:4001 refused'))
    const { data, errors } = await run('{ lots(first: 1) { title highest { amount bidder { name } } } }')
    expect(data).toEqual({ lots: [{ title: 'Lot 1', highest: null }] })
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['lots', 0, 'highest', 'bidder'],
        extensions: { code: 'UNAVAILABLE', retriable: true },
      },
    ])
    expect(await run('{ m: me { name } }')).toMatchObject({ data: { m: null }, errors: [{ path: ['m'] }] })
    expect(JSON.stringify(errors)).not.toMatch(/people|4001/)
    // Who asks it has told of that; of anything else the log learns here.
    auction.away.set('people', new Error('broken'))
    expect(await run('{ other: me { name } }')).toMatchObject({ data: { other: null } })
    expect(lines.join()).toContain('people')
  })
})

describe('a document', () => {
  test('is planned once, and again for another operation name', () => {
    const query = 'query A { me { id } } query B { me { name } }'
    expect(graph.prepare(query, 'A')).toBe(graph.prepare(query, 'A'))
    expect(graph.prepare(query, 'B')).not.toBe(graph.prepare(query, 'A'))
  })

  const nested = (depth: number) => `{ lots { ${'highest { lot { '.repeat(depth)} id ${'} }'.repeat(depth)} } }`
  const bomb = ['fragment F0 on Lot { id title }']
  for (let i = 1; i < 30; i++) bomb.push(`fragment F${i} on Lot { ...F${i - 1} highest { lot { ...F${i - 1} } } }`)

  test.each([
    ['is no GraphQL', '{ me', 'GRAPHQL_PARSE_FAILED'],
    ['is empty', '', 'GRAPHQL_PARSE_FAILED'],
    ['asks for an unknown field', '{ you }', 'GRAPHQL_VALIDATION_FAILED'],
    ['holds no operation', 'fragment F on User { id }', 'BAD_USER_INPUT'],
    ['holds two operations and names none', 'query A { me { id } } query B { me { id } }', 'BAD_USER_INPUT'],
    ['has too many tokens', `{ ${'a '.repeat(6_000)} }`, 'OPERATION_TOO_COMPLEX'],
    ['is nested too deeply', nested(20), 'OPERATION_TOO_COMPLEX'],
    [
      'is nested deeper than the parser can go',
      `{ ${'a(b: ' + '['.repeat(4_900)}`,
      /^(GRAPHQL_PARSE_FAILED|OPERATION_TOO_COMPLEX)$/,
    ],
    [
      'has too many aliases',
      `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: me { id }`).join(' ')} }`,
      'OPERATION_TOO_COMPLEX',
    ],
    ['has too many root fields', `{ ${'me { id } '.repeat(21)} }`, 'OPERATION_TOO_COMPLEX'],
    ['grows by fragments of fragments', `{ lots { ...F29 } } ${bomb.join(' ')}`, 'OPERATION_TOO_COMPLEX'],
    ['has a fragment within itself', '{ me { ...A } } fragment A on User { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'selects two fields in a subscription',
      'subscription { a: lotEvents(lotId: 1) { rev } b: lotEvents(lotId: 1) { rev } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'has a condition at the root of a subscription',
      'subscription($x: Boolean!) { ... @include(if: $x) { lotEvents(lotId: 1) { rev } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['subscribes to introspection', 'subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('that %s is refused with a code', async (_what, query, code) => {
    const { errors } = await run(query)
    expect(errors?.[0]?.['extensions']).toMatchObject({
      code: typeof code === 'string' ? code : expect.stringMatching(code),
      retriable: false,
    })
  })

  test('whose variables do not fit is refused before any subgraph is asked', async () => {
    const { errors, data } = await run('query($id: ID!) { user(id: $id) { name } }', {})
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect([data, auction.asked]).toEqual([undefined, []])
  })
})
