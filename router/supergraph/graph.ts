import {
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph as ComposedGraph,
  type Schema,
} from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { typeTest, type TypeTest } from './execution/index.ts'
import { readLiveMarks, type LiveMarks } from './liveMarks.ts'

/** The composed graph in every form that planning and execution need. */
export interface Graph {
  readonly subgraphNames: readonly string[]
  readonly planner: QueryPlanner
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
 * Reads a composed supergraph.
 * @throws Error  the SDL is no supergraph
 */
export function loadGraph(sdl: string): Graph {
  const composed = ComposedGraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
  const plannerApiSchema = composed.apiSchema()
  const supergraphSchema = composed.schema.toGraphQLJSSchema()
  return {
    subgraphNames: [...composed.subgraphNameToGraphEnumValue().keys()],
    // Fragments of the client make no request to a subgraph shorter here, and cost time to fit in.
    planner: new QueryPlanner(composed, { reuseQueryFragments: false }),
    apiSchema: plannerApiSchema.toGraphQLJSSchema(),
    plannerApiSchema,
    supergraphSchema,
    isOfType: typeTest(supergraphSchema),
    marks: readLiveMarks(sdl),
  }
}
