import type { RouterConfig, SubgraphNames } from '../platform/config/index.ts'
import { ConfigurationError } from '../platform/errors.ts'
import type { RemoteOptions } from '../platform/subgraph/index.ts'

/** How the configuration wants a subgraph to be asked. */
export function linkOptions(
  { links }: RouterConfig,
  name: string,
): Pick<RemoteOptions, 'http2' | 'compressAnswers' | 'compressRequests'> {
  const isAmong = (names: SubgraphNames) => names === 'all' || names.includes(name)
  return {
    http2: isAmong(links.http2),
    compressRequests: isAmong(links.compressedRequests),
    ...(links.compressedAnswers && { compressAnswers: isAmong(links.compressedAnswers) }),
  }
}

/** The subgraphs that the configuration says something of, and the supergraph does not have. */
export function unknownSubgraphs({ links }: RouterConfig, known: readonly string[]): string[] {
  const named = [links.addressed, links.http2, links.compressedAnswers ?? [], links.compressedRequests]
  return [...new Set(named.filter((names) => names !== 'all').flat())].filter((name) => !known.includes(name))
}

/**
 * `known`: none where the supergraph is broken, which is a fault of its own.
 * @throws ConfigurationError  the configuration speaks of a subgraph that the supergraph does not have
 */
export function refuseUnknownSubgraphs(config: RouterConfig, known: readonly string[], supergraph: string): void {
  const unknown = unknownSubgraphs(config, known)
  if (unknown.length === 0 || known.length === 0) return
  const what = unknown.length === 1 ? `no subgraph "${unknown[0]}"` : `no subgraphs ${quoted(unknown)}`
  const where = '--subgraph (PARLEY_SUBGRAPH_URLS) and PARLEY_SUBGRAPH_*'
  throw new ConfigurationError(`${supergraph} has ${what}. It has: ${quoted(known)}. Correct ${where}.`)
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
