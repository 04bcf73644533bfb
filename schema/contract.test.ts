import { describe, expect, test } from '@jest/globals'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { buildSupergraph } from '../router/supergraph/index.ts'
import { createLogger } from '../platform/telemetry/index.ts'
import { contract, type Contract } from './contract.ts'

const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])
  type Query {
    shop: Shop @tag(name: "public")
    audit: Audit @tag(name: "internal")
  }
  type Shop @key(fields: "id") {
    id: ID! @tag(name: "public")
    name(secret: Int @tag(name: "internal")): String @tag(name: "public")
    margin: Int @tag(name: "internal")
    untold: Int
  }
  type Audit @tag(name: "internal") {
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

  test('that leaves no schema is refused', () => {
    expect(() => contract(supergraphSdl, { include: ['nobody'], exclude: [] })).toThrow()
  })
})
