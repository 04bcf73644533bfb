import { afterEach, describe, expect, test } from '@jest/globals'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { Unauthenticated } from '../../../platform/errors.ts'
import { createSubgraph, type SubgraphRequest } from '../../../platform/subgraph/index.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { openRouter } from '../../http/router.example.ts'

const typeDefs = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@authenticated", { name: "@requiresScopes", as: "@scoped" }, "@policy"]
    )
  type Query {
    open: String
    mine: String @authenticated
    people(first: Int): [Person!]!
    strict: Strict
    things: [Found!]!
    byInterface: [Thing]
    boxes: [Box]
  }
  type Mutation {
    wipe: Boolean @scoped(scopes: [["admin", "write"], ["root"]])
  }
  type Person @key(fields: "id") {
    id: ID!
    name: String
    email: String @scoped(scopes: [["read:email"]])
    salary: Int @policy(policies: [["payroll"]])
  }
  type Strict {
    secret: String! @authenticated
    name: String
  }
  union Found = Plain | Vault
  interface Thing {
    id: ID!
  }
  type Plain implements Thing {
    id: ID!
  }
  type Vault implements Thing @authenticated {
    id: ID!
    gold: Int
  }
  type Box {
    strict: Strict!
  }
`
const scopes: Record<string, { scopes?: string[]; policies?: string[] }> = {
  plain: {},
  mail: { scopes: ['read:email', 'admin'] },
  admin: { scopes: ['admin', 'write'] },
  payroll: { policies: ['payroll'] },
}
const verifier = {
  async verify(token: string) {
    if (!scopes[token]) throw new Unauthenticated('No.')
    return { userId: token, sessionId: 's', isGuest: false, expiresAt: Infinity, ...scopes[token] }
  },
}
/** The subgraph takes anyone: what is refused here, the router has refused. */
const lenient = {
  verify: async (userId: string) => ({ userId, sessionId: 's', isGuest: false, expiresAt: Infinity }),
}
const person = (id: number) => ({ id, name: `P${id}`, email: `${id}@x`, salary: id })
const strict = { secret: 's', name: 'n' }

let router: Awaited<ReturnType<typeof openRouter>>
let asked: SubgraphRequest[]
afterEach(() => router.router.close())

async function open(options = {}) {
  const { supergraphSdl, errors } = composeServices([{ name: 'all', url: 'http://all', typeDefs: parse(typeDefs) }])
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join())
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const resolvers = {
    Query: {
      open: () => 'open',
      mine: () => 'mine',
      people: () => [person(1), person(2)],
      strict: () => strict,
      things: () => [
        { __typename: 'Plain', id: 1 },
        { __typename: 'Vault', id: 2, gold: 3 },
      ],
      boxes: () => [{ strict }],
    },
    Mutation: { wipe: () => true },
  }
  const all = createSubgraph({
    name: 'all',
    typeDefs,
    resolvers,
    context: ({ viewer }) => ({ viewer }),
    verifier: lenient,
    logger,
  })
  asked = []
  router = await openRouter({
    supergraph: supergraphSdl,
    verifier,
    subgraphs: () => ({
      execute: (request) => {
        asked.push(request)
        return all.execute(request)
      },
    }),
    ...options,
  })
}
const ask = async (query: string, token?: string, variables = {}) =>
  (await router.ask({ query, variables }, token ? { authorization: `Bearer ${token}` } : {})).json()
const error = (code: string, ...path: (string | number)[]) =>
  expect.objectContaining({ path, extensions: { code, retriable: false } })

describe('a field that the viewer may not see', () => {
  test('is null with an error at its path, and is never asked for; the rest is there', async () => {
    await open()
    expect(await ask('{ open me: mine }')).toEqual({
      data: { open: 'open', me: null },
      errors: [error('UNAUTHENTICATED', 'me')],
    })
    expect(asked.map(({ query }) => query).join()).not.toContain('mine')
    expect(await ask('{ open me: mine }', 'plain')).toEqual({ data: { open: 'open', me: 'mine' } })
  })

  test('is told at each place in a list, by scope and by policy', async () => {
    await open()
    const query = '{ people { ...P } } fragment P on Person { name email salary }'
    expect(await ask(query, 'mail')).toEqual({
      data: {
        people: [
          { name: 'P1', email: '1@x', salary: null },
          { name: 'P2', email: '2@x', salary: null },
        ],
      },
      errors: [error('FORBIDDEN', 'people', 0, 'salary'), error('FORBIDDEN', 'people', 1, 'salary')],
    })
    expect((await ask(query, 'payroll')).data.people[1]).toEqual({ name: 'P2', email: null, salary: 2 })
  })

  test('takes with it what may not be null, as any null does', async () => {
    await open()
    expect(await ask('{ strict { name secret } boxes { strict { secret } } }')).toEqual({
      data: { strict: null, boxes: [null] },
      errors: [error('UNAUTHENTICATED', 'strict', 'secret'), error('UNAUTHENTICATED', 'boxes', 0, 'strict', 'secret')],
    })
  })

  test('on one type of a union concerns its objects only; an interface is closed by one of its types, as composition has it', async () => {
    await open()
    expect(await ask('{ things { __typename ... on Plain { id } ... on Vault { gold } } }')).toEqual({
      data: {
        things: [
          { __typename: 'Plain', id: '1' },
          { __typename: 'Vault', gold: null },
        ],
      },
      errors: [error('UNAUTHENTICATED', 'things', 1, 'gold')],
    })
    expect((await ask('{ byInterface { id } }')).errors).toEqual([error('UNAUTHENTICATED', 'byInterface')])
  })

  test('that is skipped by a condition is no error, and variables that only it used are no fault', async () => {
    await open()
    const query = 'query ($no: Boolean!) { open mine @include(if: $no) }'
    expect(await ask(query, undefined, { no: false })).toEqual({ data: { open: 'open' } })
    expect((await ask(query, undefined, { no: true })).errors).toEqual([error('UNAUTHENTICATED', 'mine')])
  })

  test.each([
    [undefined, 'UNAUTHENTICATED'],
    ['mail', 'FORBIDDEN'],
  ])('as a mutation does nothing: %s', async (token, code) => {
    await open()
    expect(await ask('mutation { wipe }', token)).toEqual({ data: { wipe: null }, errors: [error(code, 'wipe')] })
    expect(asked.map(({ query }) => query).join()).not.toContain('wipe')
    expect(await ask('mutation { wipe }', 'admin')).toEqual({ data: { wipe: true } })
  })

  test('is seen by nobody where tokens are not verified', async () => {
    await open({ verifier: undefined })
    expect((await ask('{ mine }', 'plain')).errors).toEqual([error('UNAUTHENTICATED', 'mine')])
  })
})
