import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, Forbidden, Unauthenticated, Unavailable } from '../errors.ts'
import { createLogger } from '../telemetry/index.ts'
import { createSubgraph } from './index.ts'
import { aSubgraph, typeDefs, verifier } from './subgraph.example.ts'

const asAda = { authorization: 'Bearer ada' }

describe('a request to a subgraph', () => {
  test('without a token is anonymous, with one has its viewer', async () => {
    const { subgraph } = aSubgraph()
    expect(await subgraph.execute({ query: '{ viewer }' })).toEqual({ data: { viewer: null } })
    expect(await subgraph.execute({ query: '{ viewer }', ...asAda })).toEqual({ data: { viewer: 'ada' } })
  })

  test.each([
    'Bearer mallory',
    'Bearer',
    'ada',
    'Basic ada',
    'Bearer a b',
    `Bearer ${'a'.repeat(10_000)}`,
    'Bearer \u0000',
  ])('with a wrong authorization is refused as UNAUTHENTICATED: %#', async (authorization) => {
    const { subgraph } = aSubgraph()
    const { data, errors } = await subgraph.execute({ query: '{ viewer }', authorization })
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', retriable: false } }])
  })

  test.each([
    ['GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['GRAPHQL_PARSE_FAILED', { query: `{ ${'viewer '.repeat(30_000)} }` }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['BAD_USER_INPUT', { query: '{ echo(at: "2026-02-30T00:00:00Z") }' }],
    ['BAD_USER_INPUT', { query: '{ echo(at: 5) }' }],
    ['BAD_USER_INPUT', { query: 'query ($n: Int!) { double(n: $n) }', variables: { n: 'two' } }],
    ['BAD_USER_INPUT', { query: 'query ($at: DateTime!) { echo(at: $at) }', variables: { at: 'now' } }],
    ['BAD_USER_INPUT', { query: 'query ($n: Int) { double(n: $n) }', variables: { n: null } }],
    ['BAD_USER_INPUT', { query: 'query A { viewer } query B { viewer }' }],
    ['BAD_USER_INPUT', { query: '{ viewer }', operationName: 'C' }],
    ['BAD_USER_INPUT', { query: 'subscription { ticks(room: "a") { at } }' }],
  ])('that is wrong is answered with %s: %#', async (code, request) => {
    const { errors } = await aSubgraph().subgraph.execute(request)
    expect(errors?.[0]).toMatchObject({ message: expect.any(String), extensions: { code } })
    expect(errors?.[0]?.message).not.toContain('went wrong on our side')
  })

  test('gets the code, the path and the wait of an error, as plain data', async () => {
    const { subgraph } = aSubgraph({ failing: () => new Unavailable('Not now.', { retryAfterMs: 70 }) })
    const { data, errors } = await subgraph.execute({ query: '{ failing viewer }' })
    expect(data).toEqual({ failing: null, viewer: null })
    expect(errors).toStrictEqual([
      {
        message: 'Not now.',
        locations: [{ line: 1, column: 3 }],
        path: ['failing'],
        extensions: { code: 'UNAVAILABLE', retriable: true, retryAfterMs: 70 },
      },
    ])
  })

  test('gets the code of an error that a library has wrapped, and nothing of the wrapping', async () => {
    const wrapped = new Error('Failed query: select secret', { cause: new Unavailable('Not now.') })
    const { errors } = await aSubgraph({ failing: () => wrapped }).subgraph.execute({ query: '{ failing }' })
    expect(errors).toMatchObject([{ message: 'Not now.', extensions: { code: 'UNAVAILABLE', retriable: true } }])
  })

  test('never sees a fault of ours: it is masked, and logged under the id that the answer quotes', async () => {
    const secret = new Error('select * from users', { cause: new Error('at 10.0.0.1') })
    for (const thrown of [secret, 'text', undefined, { code: 1 }]) {
      const { subgraph, lines } = aSubgraph({ failing: () => thrown })
      const { errors } = await subgraph.execute({ query: '{ failing }', requestId: 'r1' })
      const { errorId, code } = errors![0]!.extensions as Record<string, string>
      expect(code).toBe('INTERNAL')
      expect(errors![0]!.message).toBe(`Something went wrong on our side. Quote this id if you report it: ${errorId}`)
      expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', errorId, requestId: 'r1', subgraph: 'example' })
      expect(JSON.stringify(errors)).not.toMatch(/select|10\.0/)
      if (thrown === secret) expect(lines[0]).toContain('select * from users')
    }
  })

  test('never sees what a resolver wrongly answered', async () => {
    const { errors } = await aSubgraph().subgraph.execute({ query: '{ wrong }' })
    expect(errors).toMatchObject([{ path: ['wrong'], extensions: { code: 'INTERNAL' } }])
    expect(errors![0]!.message).not.toContain('select')
  })

  test('whose context cannot be made is answered too', async () => {
    const subgraph = createSubgraph({
      name: 'broken',
      typeDefs: 'type Query { a: Int }',
      resolvers: {},
      context: () => {
        throw new Forbidden('No.')
      },
      verifier,
      logger: createLogger({ log: { level: 'silent', format: 'json' } }),
    })
    expect(await subgraph.execute({ query: '{ a }' })).toEqual({
      errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN', retriable: false } }],
    })
  })
})

describe('a moment in time', () => {
  test('is told in UTC with milliseconds, whatever the resolver has', async () => {
    const { subgraph } = aSubgraph()
    const { data } = await subgraph.execute({
      query: '{ number: moment(as: "number") date: moment(as: "date") text: moment(as: "text") }',
    })
    const told = '2026-01-31T09:30:00.000Z'
    expect(data).toEqual({ number: told, date: told, text: told })
  })

  test('is taken in any offset', async () => {
    const { data } = await aSubgraph().subgraph.execute({ query: '{ echo(at: "2026-01-31T10:30:00+01:00") }' })
    expect(data).toEqual({ echo: '2026-01-31T09:30:00.000Z' })
  })
})

describe('a live topic', () => {
  const open = `query ($arguments: _Any!, $after: Int, $limit: Int! = 10) {
    _openTopic(field: "ticks", arguments: $arguments, after: $after, limit: $limit) { rev events more }
  }`
  const execute = (variables: Record<string, unknown>) =>
    aSubgraph().subgraph.execute({ query: open, variables, ...asAda })

  test('is opened at its source, with arguments in their types and the viewer', async () => {
    const { data } = await execute({ arguments: { room: 7, since: '2026-01-31T10:30:00+01:00' }, after: 2 })
    const asked = { room: '7', since: new Date('2026-01-31T09:30:00Z'), size: 3, after: 2, limit: 10, viewer: 'ada' }
    expect(data).toEqual({
      _openTopic: {
        rev: 3,
        more: false,
        events: [{ topic: 'room:7', rev: 3, payload: { __typename: 'Tick', asked } }],
      },
    })
  })

  test.each([
    ['no room', { arguments: {} }],
    ['an unknown argument', { arguments: { room: 'a', x: 1 } }],
    ['a wrong type', { arguments: { room: { a: 1 } } }],
    ['a list of arguments', { arguments: 'a' }],
    ['a negative position', { arguments: { room: 'a' }, after: -1 }],
    ['too many events', { arguments: { room: 'a' }, limit: 100_000 }],
  ])('is refused for %s', async (_what, variables) => {
    const { errors } = await execute(variables)
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
  })

  test('of many is named by its source for this viewer, and opened by its name', async () => {
    const { subgraph } = aSubgraph()
    const ask = (field: string) => subgraph.execute({ query: `{ ${field} }`, ...asAda })
    const topic = 'ticks of ada after a,b'
    expect(await ask('_openBundle(field: "allTicks", arguments: {after: ["a", "b"]})')).toEqual({
      data: { _openBundle: [{ topic, rev: 2, after: 1 }] },
    })
    const open = (named: string) =>
      ask(`_openTopic(field: "allTicks", ${named} arguments: {}, after: 1, limit: 5) { events }`)
    expect(await open(`topic: "${topic}",`)).toMatchObject({ data: { _openTopic: { events: [{ topic, rev: 2 }] } } })
    for (const wrong of [
      await open(''),
      await ask('_openBundle(field: "ticks", arguments: {room: "a"})'),
      await ask('_openBundle(field: "allTicks", arguments: {after: [[]]})'),
      await ask('_openBundle(field: "toString", arguments: {})'),
    ]) {
      expect(wrong.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    }
  })

  test('gives of an event what it does not hold itself', async () => {
    const { data } = await aSubgraph().subgraph.execute({
      query: 'query ($p: _Any!) { e: _event_ticks(payload: $p) { __typename at ... on Tick { length: doubled } } }',
      variables: { p: { __typename: 'Tick', at: 0, value: 21 } },
    })
    expect(data).toEqual({ e: { __typename: 'Tick', at: '1970-01-01T00:00:00.000Z', length: 42 } })
  })

  test('is no part of what is composed', async () => {
    const { data } = await aSubgraph().subgraph.execute({ query: '{ _service { sdl } }' })
    expect(JSON.stringify(data)).toContain('ticks')
    expect(JSON.stringify(data)).not.toMatch(/_openTopic|_openBundle|_event_|_TopicOpening/)
  })
})

describe('a subgraph does not start', () => {
  const start = (parts: object) => () =>
    createSubgraph({
      name: 'example',
      typeDefs,
      resolvers: {},
      topics: {
        ticks: async () => ({ rev: 0, events: [], more: false }),
        allTicks: async () => ({ rev: 0, events: [], more: false }),
      },
      context: ({ viewer }) => ({ viewer }),
      verifier: { verify: () => Promise.reject(new Unauthenticated('no')) },
      logger: createLogger({ log: { level: 'silent', format: 'json' } }),
      ...parts,
    })

  test('with a subscription field that has no source', () => {
    expect(start({ topics: {} })).toThrow(
      'Subscription.ticks has no topic source. Subscription.allTicks has no topic source.',
    )
  })
  test('with a source that has no subscription field', () => {
    const topics = {
      ticks: async () => ({ rev: 0, events: [], more: false }),
      allTicks: {},
      tocks: async () => undefined,
    }
    expect(start({ topics })).toThrow('"tocks" has no subscription field')
  })
  test('with resolvers that fit nothing', () => {
    expect(start({ resolvers: { Query: { veiwer: () => 1 } } })).toThrow(ConfigurationError)
    expect(start({ resolvers: { Qeury: {} } })).toThrow(ConfigurationError)
  })
})
