import { existsSync, readFileSync } from 'node:fs'
import {
  createVerifier,
  foreignTokens,
  parleyTokens,
  refuseRevoked,
  type TokenVerifier,
} from '../../platform/identity/index.ts'
import { ConfigurationError } from '../../platform/errors.ts'
import { remoteSubgraph, type SubgraphClient } from '../../platform/subgraph/index.ts'
import { startRouter, type Router } from '../../router/index.ts'
import { webRoot } from '../../web/build.ts'
import type { Foundation } from '../foundation.ts'

const SUBGRAPH_TIMEOUT_MS = 15_000
const KEYS_TIMEOUT_MS = 5_000

interface Behind {
  /** Undefined for a name whose address nobody knows. `url`: the address in the supergraph. */
  client(name: string, url: string): SubgraphClient | undefined
  /** Undefined: no authentication. */
  verifier: TokenVerifier | undefined
  /** Undefined: the keys are published by another. */
  jwks?: () => Promise<object>
}

/** The router over subgraphs that are in this process or reached by `behind`. It ends with the foundation. */
export async function serveRouter(foundation: Foundation, { client, verifier, jwks }: Behind): Promise<Router> {
  const { config, logger, metrics } = foundation
  const pubsub = await foundation.pubsub()
  const router = await startRouter({
    supergraph: readSupergraph(config.supergraphFile),
    subgraphs: (name, url) => {
      const found = client(name, url)
      if (!found)
        throw new ConfigurationError(`The supergraph names a subgraph "${name}" whose address is not configured.`)
      return found
    },
    verifier,
    jwks,
    pubsub,
    eventsSecret: config.router.eventsSecret,
    port: config.port,
    host: config.host,
    webRoot: existsSync(webRoot) ? webRoot : undefined,
    onlyGraphiql: config.router.standsAlone,
    drainMs: config.drainMs,
    checks: { pubsub: () => pubsub.ping() },
    logger,
    metrics,
  })
  foundation.onClose(() => router.close())
  return router
}

/** The router in a process of its own, its subgraphs behind HTTP. Resolves with its port. */
export async function serveRemoteRouter(foundation: Foundation): Promise<number> {
  const { config, logger } = foundation
  const client = (name: string, url: string) => {
    const address = config.router.addresses[name] ?? url
    if (!/^https?:/.test(address) || !URL.canParse(address)) return undefined
    const remote = remoteSubgraph(address, { timeoutMs: SUBGRAPH_TIMEOUT_MS, logger })
    foundation.onClose(() => remote.close())
    return remote
  }
  return (await serveRouter(foundation, { client, ...(await authentication(foundation)) })).port
}

/** Parley's own tokens by their keys; any other issuer's where the router stands alone; none without keys. */
async function authentication(foundation: Foundation): Promise<Pick<Behind, 'verifier' | 'jwks'>> {
  const { jwksUrl, router } = foundation.config
  if (jwksUrl === undefined) return { verifier: undefined }
  if (router.standsAlone) {
    const accepts = foreignTokens({ issuer: router.tokenIssuer, audience: router.tokenAudience })
    return { verifier: createVerifier({ jwks: jwksUrl, accepts }) }
  }
  const jwks = async () => {
    const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS) })
    return (await response.json()) as object
  }
  const verifier = createVerifier({ jwks: jwksUrl, accepts: parleyTokens })
  return { verifier: refuseRevoked(verifier, await foundation.revocations()), jwks }
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`The supergraph ${file} cannot be read. Compose it with: npm run schema`, { cause })
  }
}
