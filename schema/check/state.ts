import type { GraphQLSchema } from 'graphql'
import { composeSubgraphs } from '../composition/composeSubgraphs.ts'
import type { SubgraphSource } from '../project/project.ts'
import type { ReadSubgraphs } from '../project/readSubgraphs.ts'
import type { Finding } from '../report/finding.ts'

/** One state of a graph: now, or what it is compared with. */
export interface State {
  /** As people call it: `main`, `version 12 of production`. */
  readonly name: string
  /** Undefined where only the composed schema is known. */
  readonly subgraphs: readonly SubgraphSource[] | undefined
  readonly supergraph: string | undefined
  /** What clients see; undefined when it does not compose. */
  readonly api: GraphQLSchema | undefined
  /** What composition says. */
  readonly findings: readonly Finding[]
}

/** Composes what was read; a file that is no SDL makes the whole uncomposable. */
export function composedState(name: string, { subgraphs, findings }: ReadSubgraphs): State {
  if (findings.length > 0) return { name, subgraphs, supergraph: undefined, api: undefined, findings }
  return { name, subgraphs, ...composeSubgraphs(subgraphs) }
}
