import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../errors.ts'
import type { TokenVerifier } from '../identity/tokens.ts'
import type { Viewer } from '../identity/viewer.ts'
import { createLogger } from '../telemetry/index.ts'
import { createSubgraph } from './index.ts'

const typeDefs = (scope = 'MESSAGES_READ') => /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @apiKeyScope(name: String!) on FIELD_DEFINITION
  type Thing @key(fields: "id") {
    id: ID!
    open: String
    secret: String @apiKeyScope(name: "${scope}")
  }
  type Query {
    closed: String
    thing: Thing @apiKeyScope(name: "USERS_READ")
  }
  type Mutation {
    change: String
  }
  type Tick {
    value: Int
  }
  type Subscription {
    ticks: Tick @apiKeyScope(name: "MESSAGES_READ")
    tocks: Tick
  }
`

/** The token names the scopes of a key; `person` is someone's own session. */
const verifier: TokenVerifier = {
  verify: async (token) => ({
    ...{ userId: 'ada', sessionId: 's', isGuest: false, expiresAt: Infinity },
    ...(token !== 'person' && { scopes: token.split('.') }),
  }),
}

const opening = async () => ({ rev: 7, events: [], more: false })

const aSubgraph = (scope?: string) =>
  createSubgraph<{ viewer: Viewer }>({
    name: 'scoped',
    typeDefs: typeDefs(scope),
    resolvers: {
      Query: { closed: () => 'closed', thing: () => ({ id: '1', open: 'open', secret: 'secret' }) },
      Mutation: { change: () => 'changed' },
      Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, open: 'open', secret: 'secret' }) },
    },
    topics: { ticks: opening, tocks: opening },
    context: ({ viewer }) => ({ viewer }),
    verifier,
    logger: createLogger({ log: { level: 'silent', format: 'json' } }),
  })

const ask = async (token: string | undefined, query: string) => {
  const { data, errors } = await aSubgraph().execute({ query, ...(token && { authorization: `Bearer ${token}` }) })
  return errors ? errors.map((error) => error.extensions?.['code']) : data
}
const topic = (field: string) => `{ _openTopic(field: "${field}", arguments: {}, limit: 1) { rev } }`
const entity = (fields: string) =>
  `{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { ${fields} } } }`

describe('an API key', () => {
  test('reaches what its scopes open, also through a reference, and live topics by their field', async () => {
    expect(await ask('USERS_READ', '{ thing { open } }')).toEqual({ thing: { open: 'open' } })
    expect(await ask('MESSAGES_READ', entity('open secret'))).toEqual({
      _entities: [{ open: 'open', secret: 'secret' }],
    })
    expect(await ask('MESSAGES_READ', topic('ticks'))).toEqual({ _openTopic: { rev: 7 } })
  })

  test.each([
    ['a root field that names no scope', '{ closed }', 'USERS_READ.MESSAGES_READ'],
    ['a mutation that names no scope', 'mutation { change }', 'USERS_READ.MESSAGES_READ'],
    ['a root field of another scope', '{ thing { open } }', 'MESSAGES_READ'],
    ['a field of another scope on the way', '{ thing { secret } }', 'USERS_READ'],
    ['a field of another scope through a reference', entity('secret'), 'USERS_READ'],
    ['a topic of another scope', topic('ticks'), 'USERS_READ'],
    ['a topic that names no scope', topic('tocks'), 'USERS_READ.MESSAGES_READ'],
    ['anything, without a scope', '{ thing { open } }', '-'],
  ])('is FORBIDDEN %s', async (_what, query, scopes) => {
    expect(await ask(scopes, query)).toEqual(['FORBIDDEN'])
  })
})

test('a person’s own session, and nobody, are not limited by scopes', async () => {
  for (const token of ['person', undefined]) {
    expect(await ask(token, '{ closed thing { open secret } }')).toEqual({
      closed: 'closed',
      thing: { open: 'open', secret: 'secret' },
    })
    expect(await ask(token, topic('tocks'))).toEqual({ _openTopic: { rev: 7 } })
  }
})

test('a scope that there is not stops the subgraph from starting', () => {
  expect(() => aSubgraph('EVERYTHING')).toThrow(ConfigurationError)
})
