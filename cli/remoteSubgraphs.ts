import type { RemoteSubgraph, SubgraphClient } from '../platform/subgraph/index.ts'
import { isSubgraphAddress } from '../platform/subgraph/index.ts'
import type { Foundation } from './foundation.ts'
import { linkOptions } from './subgraphLinks.ts'

const SUBGRAPH_TIMEOUT_MS = 15_000

/**
 * Asks subgraphs that are processes of their own, at the address that the configuration or else the supergraph (`url`) says;
 * undefined where neither does. They end with the foundation.
 */
export async function remoteSubgraphs(
  foundation: Foundation,
): Promise<(name: string, url: string) => SubgraphClient | undefined> {
  const { config, logger } = foundation
  const { remoteSubgraph } = await import('../platform/subgraph/remoteSubgraph.ts')
  const remotes = new Map<string, RemoteSubgraph>()
  foundation.onClose(() => Promise.all([...remotes.values()].map((remote) => remote.close())))
  return (name, url) => {
    const address = config.router.addresses[name] ?? url
    if (!isSubgraphAddress(address)) return undefined
    // Of each subgraph one for each address, also when a new supergraph names it again.
    const key = `${name} ${address}`
    const options = { timeoutMs: SUBGRAPH_TIMEOUT_MS, logger, ...linkOptions(config.router, name) }
    const remote = remotes.get(key) ?? remoteSubgraph(address, options)
    remotes.set(key, remote)
    return remote
  }
}
