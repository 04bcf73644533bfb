import { existsSync, readFileSync } from 'node:fs'
import { createVerifier, type TokenVerifier } from '../../platform/identity/index.ts'
import { ConfigurationError } from '../../platform/errors.ts'
import { remoteSubgraph, type SubgraphClient } from '../../platform/subgraph/index.ts'
import { startRouter, type Router } from '../../router/index.ts'
import { webRoot } from '../../web/build.ts'
import type { Foundation } from '../foundation.ts'
import { subgraphNames } from './subgraph.ts'

const SUBGRAPH_TIMEOUT_MS = 15_000

interface Behind {
  /** Undefined for a name that the configuration does not know. */
  client(name: string): SubgraphClient | undefined
  verifier: TokenVerifier
  jwks(): Promise<object>
}

/** The router over subgraphs that are in this process or reached by `behind`. It ends with the foundation. */
export async function serveRouter(foundation: Foundation, { client, verifier, jwks }: Behind): Promise<Router> {
  const { config, logger, metrics } = foundation
  const pubsub = await foundation.pubsub()
  const router = await startRouter({
    supergraph: readSupergraph(config.supergraphFile),
    subgraphs: (name) => {
      const found = client(name)
      if (!found)
        throw new ConfigurationError(`The supergraph names a subgraph "${name}" whose address is not configured.`)
      return found
    },
    verifier,
    jwks,
    pubsub,
    port: config.port,
    host: config.host,
    webRoot: existsSync(webRoot) ? webRoot : undefined,
    drainMs: config.drainMs,
    checks: { pubsub: () => pubsub.ping() },
    logger,
    metrics,
  })
  foundation.onClose(() => router.close())
  return router
}

/** The router in a process of its own, its subgraphs behind HTTP. */
export async function serveRemoteRouter(foundation: Foundation): Promise<number> {
  const { config, logger } = foundation
  const clients = new Map(
    subgraphNames.map((name) => {
      const client = remoteSubgraph(config.subgraphUrls[name]!, { timeoutMs: SUBGRAPH_TIMEOUT_MS, logger })
      foundation.onClose(() => client.close())
      return [name as string, client]
    }),
  )
  const jwks = async () => {
    const response = await fetch(config.jwksUrl!, { signal: AbortSignal.timeout(5_000) })
    return (await response.json()) as object
  }
  const verifier = createVerifier({ jwks: config.jwksUrl! })
  return (await serveRouter(foundation, { client: (name) => clients.get(name), verifier, jwks })).port
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`The supergraph ${file} cannot be read. Compose it with: npm run schema`, { cause })
  }
}
