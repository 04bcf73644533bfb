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
import { readOverrides, type Overrides } from './overrides.ts'

/** The composed graph in every form that planning and execution need. */
export interface Graph {
  readonly subgraphNames: readonly string[]
  /** `level`: of `overrides`, the labels that hold. */
  readonly plan: (operation: Operation, level: number) => QueryPlan
  readonly overrides: Overrides
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
 * Reads a composed supergraph. `overrideLabels`: of `@override(label:)`, those that hold for every request.
 * @throws Error  the SDL is no supergraph
 */
export function loadGraph(sdl: string, overrideLabels: readonly string[] = []): Graph {
  const composed = ComposedGraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
  const plannerApiSchema = composed.apiSchema()
  const supergraphSchema = composed.schema.toGraphQLJSSchema()
  // Fragments of the client make no request to a subgraph shorter here, and cost time to fit in.
  const planner = new QueryPlanner(composed, { reuseQueryFragments: false })
  const overrides = readOverrides(sdl, overrideLabels)
  return {
    subgraphNames: [...composed.subgraphNameToGraphEnumValue().keys()],
    plan: (operation, level) => planner.buildQueryPlan(operation, { overrideConditions: overrides.conditions(level) }),
    overrides,
    apiSchema: plannerApiSchema.toGraphQLJSSchema(),
    plannerApiSchema,
    supergraphSchema,
    isOfType: typeTest(supergraphSchema),
    marks: readLiveMarks(sdl),
  }
}
