import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import type { Data } from './data.ts'
import type { Condition } from './placeFetches.ts'
import type { Position } from './targets.ts'

/** Representations in a variable, and the key of the answer under which their entities are, in the same order. */
export interface EntityList {
  readonly variable: string
  readonly key: string
}

/** What a plan asks of a subgraph. */
export interface FetchRequest {
  readonly query: string
  readonly variables: Record<string, unknown>
  /** Of a fetch of entities: it may be joined with others of the same query. */
  readonly entities?: readonly EntityList[]
}

/** Asks a subgraph. Never rejects: a subgraph that cannot be reached is a result of errors without a path. */
export type Ask = (subgraph: string, request: FetchRequest) => Promise<SubgraphResult>

/** An error as a subgraph gave it, and its path in the client's operation. */
export interface PlacedError {
  readonly error: GraphQLFormattedError
  readonly path: Position
}

/** One run of a plan. */
export interface PlanRun {
  /** What was answered so far. It belongs to this run. */
  readonly data: Data
  readonly errors: PlacedError[]
  /** Coerced. */
  readonly variables: Record<string, unknown>
  readonly hasContext: boolean
  readonly ask: Ask
  holds(conditions: readonly Condition[]): boolean
}

/** The client's variables that a fetch uses. */
export function variablesOf({ variables }: PlanRun, names: readonly string[]): Record<string, unknown> {
  const used: Record<string, unknown> = {}
  for (const name of names) if (variables[name] !== undefined) used[name] = variables[name]
  return used
}
