/**
 * What an event costs a router's processor once, however many sockets get it: fields of two other subgraphs are selected.
 * Ours beside @apollo/gateway's `executeQueryPlan` on the same plan, each with its own HTTP client, and with answers at hand.
 */
import { readFileSync } from 'node:fs'
import { buildOperationContext, executeQueryPlan, RemoteGraphQLDataSource, type ServiceMap } from '@apollo/gateway'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner, type QueryPlan, type SubscriptionNode } from '@apollo/query-planner'
import { parse } from 'graphql'
import type { SubgraphRequest, SubgraphResult } from '../../platform/subgraph/index.ts'
import { remoteSubgraph } from '../../platform/subgraph/remoteSubgraph.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { buildSupergraph } from '../../router/supergraph/index.ts'
import { Program } from '../program.ts'
import { round } from '../statistics.ts'
import { messageSent } from './peers/messageSent.ts'

/** Microseconds for one event: with the subgraphs' answers asked for over HTTP, and with answers at hand as text. */
export interface EventCost {
  overHttp: { parley: number; executeQueryPlan: number }
  atHand: { parley: number; executeQueryPlan: number }
}

const subscription = `subscription ($id: ID!) { conversationEvents(conversationId: $id) {
  __typename rev at conversation { id title } ... on MessageSent { message { id seq text sender { id name } } } } }`
const variables = { id: 'c1' }
const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

/** Any subgraph, for one entity: the answer is text until it comes, as over HTTP. */
function answer(subgraph: string, { variables: given }: Pick<SubgraphRequest, 'variables'>): SubgraphResult {
  JSON.stringify(given)
  return JSON.parse(
    `{"data":{"_entities":[{${subgraph === 'users' ? '"name":"Ada"' : '"title":"Talk"'}}]}}`,
  ) as SubgraphResult
}

/** `url`: of the entities; undefined: they are at hand. */
function ours(url: string | undefined): () => Promise<string> {
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const remote = url === undefined ? undefined : remoteSubgraph(url, { timeoutMs: 10_000, logger })
  const subgraphs = (name: string) => remote ?? { execute: async (request: SubgraphRequest) => answer(name, request) }
  const prepared = buildSupergraph({ sdl, subgraphs, logger }).prepare(subscription)
  if ('errors' in prepared) throw prepared.errors[0]
  let rev = 0
  return async () => {
    const { payload } = messageSent('c1', 'ada', ++rev)
    return (await prepared.live!.resolveEvent(payload, variables, { viewer: undefined, requestId: 'r' })).body
  }
}

function theirs(url: string | undefined): () => Promise<string> {
  const composed = Supergraph.build(sdl)
  const apiSchema = composed.apiSchema()
  const [schema, supergraphSchema] = [apiSchema.toGraphQLJSSchema(), composed.schema.toGraphQLJSSchema()]
  const operationDocument = parse(subscription)
  const { node } = new QueryPlanner(composed).buildQueryPlan(operationFromDocument(apiSchema, operationDocument))
  const { primary, rest } = node as SubscriptionNode
  const event = { ...primary, serviceName: 'event', operationKind: 'query', variableUsages: [] } as typeof primary
  const plan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: [event, rest!] } } as QueryPlan
  let rev = 0
  const remote = url === undefined ? undefined : new RemoteGraphQLDataSource({ url })
  const process = (name: string): ServiceMap[string] =>
    (remote as ServiceMap[string] | undefined) ?? { process: async ({ request }) => answer(name, request) as never }
  const services: ServiceMap = {
    users: process('users'),
    conversations: process('conversations'),
    event: {
      process: async () => ({ data: { conversationEvents: messageSent('c1', 'ada', ++rev).payload } }) as never,
    },
  }
  return async () => {
    const operationContext = buildOperationContext({ schema, operationDocument })
    const request = { request: { variables }, context: {}, logger: console, metrics: {} } as never
    return JSON.stringify(
      await executeQueryPlan(plan, services, request, operationContext, supergraphSchema, apiSchema),
    )
  }
}

/** Each is measured so often, in turns with the other: what else the machine does falls on both. */
const turns = 9

/** Twenty events at a time, as they come in bursts. */
async function perEvent(run: () => Promise<string>, milliseconds: number): Promise<number> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  let count = 0
  for (; performance.now() - start < milliseconds; count += 20) await Promise.all(Array.from({ length: 20 }, run))
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / count
}

/** The medians of all turns, after a warm-up. @throws Error  the two answer differently */
async function compare(url: string | undefined, milliseconds: number): Promise<EventCost['atHand']> {
  const [own, other] = [ours(url), theirs(url)]
  const plain = async (run: () => Promise<string>) => (await run()).replace(/"at":"[^"]*"/, '"at":""')
  const [one, two] = [await plain(own), await plain(other)]
  const data = (text: string) => JSON.stringify((JSON.parse(text) as { data: unknown }).data)
  if (data(one) !== data(two)) throw new Error(`The answers differ: ${one} ${two}`)
  for (const run of [own, other]) await perEvent(run, milliseconds)
  const figures: [number, number][] = []
  for (let turn = 0; turn < turns; turn++) {
    figures.push([await perEvent(own, milliseconds / turns), await perEvent(other, milliseconds / turns)])
  }
  const median = (of: 0 | 1) => round(figures.map((pair) => pair[of]).toSorted((x, y) => x - y)[turns >> 1]!)
  return { parley: median(0), executeQueryPlan: median(1) }
}

export async function eventCost(milliseconds: number): Promise<EventCost> {
  const entities = new Program<object>(new URL('./entities.ts', import.meta.url))
  const url = `http://127.0.0.1:${(await entities.started) as number}/graphql`
  const cost = { overHttp: await compare(url, milliseconds), atHand: await compare(undefined, milliseconds) }
  await entities.end()
  return cost
}
