import { composeServices, type CompositionSuccess } from '@apollo/composition'
import type { ASTNode, GraphQLError, GraphQLSchema } from 'graphql'
import type { SubgraphSource } from '../project/project.ts'
import { placeOf } from '../report/placeOf.ts'
import type { Finding } from '../report/finding.ts'
import { hintLevels, remedies } from './remedies.ts'

export interface Composed {
  /** What routers read; undefined when the subgraphs do not fit together. */
  supergraph: string | undefined
  /** What clients see: nothing of federation, nothing @inaccessible. */
  api: GraphQLSchema | undefined
  /** Composition errors, or the hints that Apollo's composition has for a graph that composes. */
  findings: Finding[]
}

type CompositionHint = CompositionSuccess['hints'][number]
type ToCompose = Pick<SubgraphSource, 'name' | 'url' | 'document'>

/** Composes subgraphs into one. What is wrong with them is in the findings, never thrown. */
export function composeSubgraphs(subgraphs: readonly ToCompose[]): Composed {
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }))
  const result = composeServices(services)
  if (result.errors) {
    return { supergraph: undefined, api: undefined, findings: unique(result.errors.map(errorFinding)) }
  }
  return {
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    api: result.schema.toAPISchema().toGraphQLJSSchema(),
    findings: unique(result.hints.map(hintFinding)),
  }
}

function errorFinding(error: GraphQLError): Finding {
  const rule = String(error.extensions['code'] ?? 'INVALID_GRAPHQL')
  return {
    level: 'error',
    kind: 'composition',
    rule,
    message: error.message,
    remedy: remedies[rule],
    at: firstPlace(error.nodes),
  }
}

function hintFinding({ definition, message, coordinate, nodes }: CompositionHint): Finding {
  const { code } = definition
  return {
    level: hintLevels[code] ?? 'notice',
    kind: 'composition',
    rule: code,
    message,
    coordinate,
    remedy: remedies[code],
    at: firstPlace(nodes),
  }
}

const firstPlace = (nodes: readonly ASTNode[] | undefined) => nodes?.map(placeOf).find((place) => place !== undefined)

/** Composition tells some faults once for each way that leads to them. */
function unique(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ rule, message }) => {
    const key = `${rule} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
