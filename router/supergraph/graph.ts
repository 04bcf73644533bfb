import {
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph as ComposedGraph,
  type Operation,
  type Schema,
} from '@apollo/federation-internals'
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { typeTest, type TypeTest } from './execution/index.ts'
import { readLiveMarks, type LiveMarks } from './liveMarks.ts'

/** The composed graph in every form that planning and execution need. */
export interface Graph {
  readonly subgraphNames: readonly string[]
  readonly plan: (operation: Operation) => QueryPlan
  /** What clients see. */
  readonly apiSchema: GraphQLSchema
  /** The same, as the planner reads operations against it. */
  readonly plannerApiSchema: Schema
  /** With federation's own parts and what is @inaccessible. */
  readonly supergraphSchema: GraphQLSchema
  readonly isOfType: TypeTest
  readonly marks: LiveMarks
}

/**
 * Reads a composed supergraph. `overrideLabels`: of `@override(label:)`, those that are on.
 * @throws Error  the SDL is no supergraph
 */
export function loadGraph(sdl: string, overrideLabels: readonly string[] = []): Graph {
  const composed = ComposedGraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
  const plannerApiSchema = composed.apiSchema()
  const supergraphSchema = composed.schema.toGraphQLJSSchema()
  // Fragments of the client make no request to a subgraph shorter here, and cost time to fit in.
  const planner = new QueryPlanner(composed, { reuseQueryFragments: false })
  const overrideConditions = new Map(overrideLabels.map((label) => [label, true]))
  return {
    subgraphNames: [...composed.subgraphNameToGraphEnumValue().keys()],
    plan: (operation) => planner.buildQueryPlan(operation, { overrideConditions }),
    apiSchema: plannerApiSchema.toGraphQLJSSchema(),
    plannerApiSchema,
    supergraphSchema,
    isOfType: typeTest(supergraphSchema),
    marks: readLiveMarks(sdl),
  }
}
