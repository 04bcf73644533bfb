import { describe, expect, test } from '@jest/globals'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { buildSupergraph } from '../../router/supergraph/index.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { contract, type Contract } from './contract.ts'

const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@inaccessible"])
  type Query {
    shop: Shop @tag(name: "public")
    audit: Audit @tag(name: "internal")
  }
  type Shop @key(fields: "id") {
    id: ID! @tag(name: "public")
    name(secret: Int @tag(name: "internal")): String @tag(name: "public")
    margin: Int @tag(name: "internal")
    untold: Int
    hidden: Int @inaccessible
  }
  type Audit @tag(name: "internal") {
    id: ID!
  }
  type Mutation {
    open(input: Opening!): Shop @tag(name: "public")
    close(input: Closing!): Closed @tag(name: "internal")
  }
  input Opening {
    at: Time
  }
  scalar Time
  input Closing {
    why: Reason
  }
  enum Reason {
    LATE
  }
  type Closed {
    events: [Event!]
  }
  interface Event {
    id: ID!
  }
  type Closure implements Event {
    id: ID!
  }
`)
const { supergraphSdl, errors } = composeServices([{ name: 'shop', url: 'http://shop', typeDefs }])
if (errors) throw new Error(errors.map(({ message }) => message).join())

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const subgraphs = () => ({ execute: async () => ({ data: { shop: { name: 'S' } } }) })
const under = (rules: Contract) => buildSupergraph({ sdl: contract(supergraphSdl, rules), subgraphs, logger })
const isServed = (rules: Contract, query: string) => !('errors' in under(rules).prepare(query))

describe('a contract', () => {
  const outward = { include: [], exclude: ['internal'] }
  test('keeps back what has an excluded tag: types, fields and arguments', () => {
    expect(isServed(outward, '{ shop { id name untold } }')).toBe(true)
    for (const query of ['{ audit { id } }', '{ shop { margin } }', '{ shop { name(secret: 1) } }']) {
      expect([query, isServed(outward, query)]).toEqual([query, false])
    }
    expect(under(outward).apiSchema.getType('Audit')).toBeUndefined()
  })

  test('with tags to include leaves nothing else', () => {
    const rules = { include: ['public'], exclude: ['internal'] }
    expect(isServed(rules, '{ shop { id name } }')).toBe(true)
    expect(isServed(rules, '{ shop { untold } }')).toBe(false)
    expect(isServed({ include: [], exclude: [] }, '{ audit { id } shop { margin } }')).toBe(true)
  })

  test('keeps back the types to which nothing leads any more', () => {
    const { apiSchema } = under(outward)
    const shown = Object.keys(apiSchema.getTypeMap()).filter((name) => !name.startsWith('__'))
    expect(shown.sort()).toEqual(
      ['ID', 'Int', 'Mutation', 'Opening', 'Query', 'Shop', 'String', 'Time', 'Boolean'].sort(),
    )
  })

  test('leaves inaccessible what was so before, whatever its tags', () => {
    for (const rules of [outward, { include: ['public'], exclude: [] }]) {
      expect(isServed(rules, '{ shop { hidden } }')).toBe(false)
    }
  })

  test('that leaves no schema is refused', () => {
    expect(() => contract(supergraphSdl, { include: ['nobody'], exclude: [] })).toThrow('nothing has the tag "nobody"')
    expect(() => contract(supergraphSdl, { include: ['internal'], exclude: [] })).toThrow('Closed')
  })
})
