import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeServices } from '@apollo/composition'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import { parse } from 'graphql'
import { WebSocket } from 'ws'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { serve, urlOf } from '../standalone/shop.example.ts'

/** What a team adds to Parley's own types, in a subgraph of its own. */
const crm = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type User @key(fields: "id") {
    id: ID!
    tier: String!
  }
  type Message @key(fields: "id") {
    id: ID!
    ticket: String
  }
`
type Ref = { id: string }
const resolvers = {
  User: { __resolveReference: ({ id }: Ref) => ({ id }), tier: ({ id }: Ref) => `tier of ${id}` },
  Message: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    ticket: () => {
      throw new Error('no ticket')
    },
  },
}

let folder: string
let theirs: Server
let system: TestSystem
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-own-'))
  theirs = await serve(crm, resolvers)
  const own = ['users', 'conversations', 'messages'].map((name) => ({
    name,
    typeDefs: parse(readFileSync(new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')),
  }))
  const { supergraphSdl } = composeServices([...own, { name: 'crm', typeDefs: parse(crm) }])
  const file = join(folder, 'supergraph.graphql')
  writeFileSync(file, supergraphSdl!)
  system = await TestSystem.start({ PARLEY_SUPERGRAPH: file, PARLEY_SUBGRAPH_URLS: `crm=${urlOf(theirs)}` })
})
afterAll(async () => {
  await system?.stop()
  theirs?.closeAllConnections()
  theirs?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a team’s own subgraph is served beside those of one process: in answers, and in live events, errors at their places', async () => {
  const ada = await Person.guest(system, 'Ada')
  expect(await ada.get('{ me { name tier } }')).toEqual({ me: { name: 'Ada', tier: `tier of ${ada.id}` } })

  const created = await ada.get(
    'mutation { createGroup(input: {title: "G", memberIds: []}) { conversation { id rev } } }',
  )
  const { id, rev } = created.createGroup.conversation
  const client = createClient({
    url: `${system.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${ada.accessToken}` },
  })
  const query = `subscription ($id: ID!, $rev: Int) {
    conversationEvents(conversationId: $id, after: $rev) { ... on MessageSent { message { text ticket sender { tier } } } }
  }`
  const events = client.iterate({ query, variables: { id, rev } })
  const input = { conversationId: id, clientMessageId: 'one', text: 'Hello' }
  await ada.get('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }', { input })
  const { value } = await events.next()
  await client.dispose()
  const message = { text: 'Hello', ticket: null, sender: { tier: `tier of ${ada.id}` } }
  expect(value.data).toEqual({ conversationEvents: { message } })
  expect(value.errors).toMatchObject([
    { path: ['conversationEvents', 'message', 'ticket'], extensions: { code: 'INTERNAL' } },
  ])
})
