import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buildSchema, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql'
import { PubSub } from 'graphql-subscriptions'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { filler, type Peer, type Shape } from '../peer.ts'

/** Resolvers of `Type.field` beside graphql-js's own. */
export type FieldResolvers<Context> = Record<string, GraphQLFieldResolver<never, Context>>

const schema = buildSchema(/* GraphQL */ `
  type Query {
    none: Int
  }
  type User {
    id: ID!
    name: String!
  }
  type Conversation {
    id: ID!
    title: String
  }
  type Message {
    id: ID!
    seq: Int!
    text: String!
    sender: User!
  }
  type MessageSent {
    rev: Int!
    at: String!
    conversation: Conversation!
    message: Message!
  }
  type Subscription {
    events(topic: Int!): MessageSent!
  }
`)

const query = (operation: number) => `subscription ($topic: Int!) { event${operation}: events(topic: $topic) {
  __typename rev at conversation { id title } message { id seq text sender { id name } } } }`

/** graphql-ws as its README sets it up, with PubSub of graphql-subscriptions: graphql-js executes for every subscriber. */
export const start = (shape: Shape): Promise<Peer> => startWith({}, () => ({}), shape)

/** `context`: made for each operation. */
export async function startWith<Context extends object>(
  resolvers: FieldResolvers<Context>,
  context: () => Context,
  { topics, operations }: Shape,
): Promise<Peer> {
  for (const [coordinate, resolve] of Object.entries(resolvers)) {
    const [type, field] = coordinate.split('.')
    ;(schema.getType(type!) as GraphQLObjectType).getFields()[field!]!.resolve = resolve as GraphQLFieldResolver<
      unknown,
      unknown
    >
  }
  const pubsub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) })
  schema.getSubscriptionType()!.getFields()['events']!.subscribe = (_root, { topic }) =>
    pubsub.asyncIterableIterator(`topic ${topic}`)
  schema.getSubscriptionType()!.getFields()['events']!.resolve = (event) => event
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  useServer({ schema, context }, server)
  await once(server, 'listening')
  let rev = 0
  return {
    address: {
      protocol: 'graphql-ws',
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      subscribe: Array.from({ length: topics }, (_, topic) =>
        Array.from({ length: operations }, (_, operation) => ({ query: query(operation), variables: { topic } })),
      ),
    },
    publish(topic) {
      const message = { id: String(rev), seq: rev, text: filler(286), sender: { id: 'ada', name: 'Ada' } }
      const conversation = { id: String(topic), title: 'Talk' }
      void pubsub.publish(`topic ${topic}`, { rev: ++rev, at: new Date().toISOString(), conversation, message })
    },
  }
}
