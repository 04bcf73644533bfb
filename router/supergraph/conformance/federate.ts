/** Supergraphs for the conformance suites: each example is run twice, federated and as one schema over the same data. */
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, validate, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { createLogger } from '../../../platform/telemetry/index.ts'
import type { SubgraphRequest, SubgraphResult } from '../../../platform/subgraph/index.ts'
import { Answer, buildSupergraph, type Supergraph } from '../index.ts'
import { referenceResolvers, type Entities } from './entities.ts'

/** What there is: the fields of the root types, and the entities by type. Functions are fields that take arguments. */
export interface Data {
  root: Record<string, unknown>
  entities: Entities
}

export interface Example {
  /** SDL by subgraph, without the link to the federation specification. */
  subgraphs: Record<string, string>
  /** Made anew for each execution. */
  data: () => Data
}

export interface Outcome {
  data?: unknown
  errors?: GraphQLFormattedError[]
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides",
  "@external", "@shareable", "@inaccessible", "@override", "@interfaceObject", "@context", "@fromContext", "@tag"])`

export interface Federated {
  readonly graph: Supergraph
  /** What the subgraphs were asked by the last operation. */
  readonly asked: (SubgraphRequest & { subgraph: string })[]
  federated(query: string, variables?: Record<string, unknown>): Promise<Outcome>
  monolith(query: string, variables?: Record<string, unknown>): Promise<Outcome>
}

export interface FederateOptions {
  overrideLabels?: readonly string[]
  /** Changes what a subgraph answers: for subgraphs that misbehave. */
  answer?: (subgraph: string, result: SubgraphResult) => SubgraphResult
}

/** @throws Error  the subgraphs do not compose */
export function federate(
  { subgraphs, data }: Example,
  { answer, overrideLabels = [] }: FederateOptions = {},
): Federated {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({ name, typeDefs: parse(`${link} ${sdl}`) }))
  const { supergraphSdl, errors } = composeServices(services.map((service) => ({ ...service, url: 'http://x' })))
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  const schemas = new Map(
    services.map(({ name, typeDefs }) => [
      name,
      buildSubgraphSchema({ typeDefs, resolvers: referenceResolvers(typeDefs) }),
    ]),
  )
  const asked: Federated['asked'] = []
  let present = data()
  const graph = buildSupergraph({
    sdl: supergraphSdl,
    overrideLabels,
    logger: createLogger({ log: { level: 'silent', format: 'json' } }),
    subgraphs: (subgraph) => ({
      async execute(request) {
        asked.push({ ...request, subgraph })
        const result = await ask(schemas.get(subgraph)!, request, present)
        return answer ? answer(subgraph, result) : result
      },
    }),
  })
  return {
    graph,
    asked,
    async federated(query, variables = {}) {
      asked.length = 0
      present = data()
      const prepared = graph.prepare(query)
      const context = { viewer: undefined, requestId: 'r' }
      const given =
        'errors' in prepared
          ? new Answer(undefined, prepared.errors)
          : await graph.execute(prepared, variables, context)
      return JSON.parse(given.body) as Outcome
    },
    async monolith(query, variables = {}) {
      const document = parse(query)
      const faults = validate(graph.apiSchema, document)
      if (faults.length > 0) throw faults[0]
      const { root } = data()
      const result = await execute({ schema: graph.apiSchema, document, rootValue: root, variableValues: variables })
      return JSON.parse(JSON.stringify(result)) as Outcome
    },
  }
}

/** Over JSON, as between processes. */
async function ask(schema: GraphQLSchema, { query, variables }: SubgraphRequest, data: Data): Promise<SubgraphResult> {
  const document = parse(query)
  const faults = validate(schema, document)
  if (faults.length > 0) throw new Error(`${faults[0]!.message} in ${query}`)
  const given = JSON.parse(JSON.stringify(variables ?? {})) as Record<string, unknown>
  const result = await execute({
    schema,
    document,
    rootValue: data.root,
    contextValue: data.entities,
    variableValues: given,
  })
  const errors = result.errors?.map(({ message, path }) => ({
    message,
    ...(path ? { path } : {}),
    extensions: { code: 'FAILED' },
  }))
  return JSON.parse(JSON.stringify({ ...result, ...(errors ? { errors } : {}) })) as SubgraphResult
}
