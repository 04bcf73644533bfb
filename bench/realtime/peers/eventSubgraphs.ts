/** Subgraphs for routers that take events from a subgraph: it publishes on the topic that its parent says. */
import { EventEmitter, once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { PubSub } from 'graphql-subscriptions'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { filler } from '../peer.ts'

/** Sent to the parent once all listen: the supergraph with their addresses. */
export interface EventSubgraphs {
  sdl: string
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
const sdls = {
  events: `${link} type Query { none: Int } type Subscription { events(topic: Int!): MessageSent! }
    type MessageSent { rev: Int! at: String! conversation: Conversation! message: Message! }
    type Message { id: ID! seq: Int! text: String! sender: User! }
    type Conversation @key(fields: "id") { id: ID! } type User @key(fields: "id") { id: ID! }`,
  titles: `${link} type Conversation @key(fields: "id") { id: ID! title: String }`,
  names: `${link} type User @key(fields: "id") { id: ID! name: String }`,
}

process.once('disconnect', () => process.exit())
const pubsub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) })
const events = {
  subscribe: (_root: unknown, { topic }: { topic: number }) => pubsub.asyncIterableIterator(`topic ${topic}`),
  resolve: (event: unknown) => event,
}
const schema = buildSubgraphSchema({ typeDefs: parse(sdls.events), resolvers: { Subscription: { events } } as never })

/** Any of what is asked for: each entity has all fields, as a subgraph of few words would answer. */
const entities: RequestListener = async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { variables } = JSON.parse(String(Buffer.concat(chunks))) as { variables: { representations: object[] } }
  const _entities = variables.representations.map((given) => ({ ...given, name: 'Ada', title: 'Talk' }))
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { _entities } }))
}

async function listen(server: Server): Promise<string> {
  // Longer than clients keep an idle connection.
  server.keepAliveTimeout = 120_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

const owner = createServer()
useServer({ schema }, new WebSocketServer({ server: owner, path: '/graphql', perMessageDeflate: false }))
const urls = { events: await listen(owner), titles: '', names: '' }
urls.titles = urls.names = await listen(createServer(entities))
const services = Object.entries(sdls).map(([name, sdl]) => ({
  name,
  typeDefs: parse(sdl),
  url: urls[name as keyof typeof urls],
}))
const { supergraphSdl, errors } = composeServices(services)
if (errors) throw new Error(errors[0]!.message)

let rev = 0
process.on('message', (topic: number) => {
  const message = { id: String(rev), seq: rev, text: filler(357), sender: { id: 'ada' } }
  const event = { rev: ++rev, at: new Date().toISOString(), conversation: { id: String(topic) }, message }
  void pubsub.publish(`topic ${topic}`, event)
})
process.send!({ sdl: supergraphSdl! } satisfies EventSubgraphs)
