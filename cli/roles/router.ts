import { existsSync, readFileSync } from 'node:fs'
import { GraphQLError } from 'graphql'
import {
  createVerifier,
  exchangeKeys,
  foreignTokens,
  parleyTokens,
  refuseRevoked,
  type TokenVerifier,
} from '../../platform/identity/index.ts'
import { openConnectionRegistry, type ConnectionRegistry } from '../../platform/connections/index.ts'
import { ConfigurationError } from '../../platform/errors.ts'
import type { SubgraphClient } from '../../platform/subgraph/index.ts'
import { createRates, startRouter, subgraphNames, type Router } from '../../router/index.ts'
import { passThroughs } from '../../subgraphs/messages/index.ts'
import { webRoot } from '../../web/build.ts'
import { exchangeAt } from '../exchangeApiKey.ts'
import { remoteSubgraphs } from '../remoteSubgraphs.ts'
import { refuseUnknownSubgraphs, unknownSubgraphs } from '../subgraphLinks.ts'
import { openSupergraph } from '../supergraphSource.ts'
import { openUsageRecorder } from '../usageRecorder.ts'
import type { RouterConfig } from '../../platform/config/index.ts'
import type { Foundation } from '../foundation.ts'

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
  const supergraph = await openSupergraph(foundation)
  refuseUnknownSubgraphs(config.router, subgraphNames(supergraph.text), supergraph.name)
  // API keys are taken where Parley's own accounts are behind it.
  const users = config.router.standsAlone ? undefined : client('users', '')
  const connections = await connectionsOf(foundation)
  const router = await startRouter({
    supergraph: supergraph.text,
    subgraphs: (name, url) => {
      const found = client(name, url)
      if (!found)
        throw new ConfigurationError(
          `The supergraph names a subgraph "${name}" whose address is not configured. Name it in PARLEY_SUBGRAPH_URLS.`,
        )
      return found
    },
    verifier: users && verifier ? exchangeKeys(verifier, exchangeAt(users)) : verifier,
    jwks,
    pubsub,
    connections,
    passThroughs: config.router.standsAlone
      ? []
      : passThroughs.map((one) => ({ ...one, client: client('messages', '') })),
    eventsSecret: config.router.eventsSecret,
    port: config.port,
    host: config.host,
    webRoot: existsSync(webRoot) ? webRoot : undefined,
    onlyGraphiql: config.router.standsAlone,
    introspection: config.router.introspection,
    overrideLabels: config.router.overrideLabels,
    trustedProxies: config.router.trustedProxies,
    origins: config.router.origins,
    trustedDocuments: readTrustedDocuments(config.router),
    operatorSecret: config.router.operatorSecret,
    explainsToAll: config.router.explainsToAll,
    costLimit: config.router.costLimit,
    rates: createRates(config.router.rates, await foundation.limitStore()),
    batchLimit: config.router.batchLimit,
    shareExecutions: config.router.shareExecutions,
    operationTimeoutMs: config.router.operationTimeoutMs,
    persistedQueryBytes: config.router.persistedQueryBytes,
    tracing: await foundation.tracing(),
    usage: await openUsageRecorder(foundation),
    drainMs: config.drainMs,
    checks: { pubsub: () => pubsub.ping() },
    logger,
    metrics,
  }).catch((cause: unknown) => {
    if (!(cause instanceof GraphQLError)) throw cause
    const advice = 'One is made of subgraphs by: parley schema compose --out FILE'
    throw new ConfigurationError(`${supergraph.name} is no supergraph: ${cause.message}\n${advice}`, { cause })
  })
  supergraph.watch((changed) => {
    const unknown = router.replaceSupergraph(changed) ? unknownSubgraphs(config.router, subgraphNames(changed)) : []
    if (unknown.length > 0) logger.warn({ unknown }, 'the configuration speaks of subgraphs that are gone')
  })
  foundation.onClose(() => router.close())
  return router
}

/** A router that stands alone keeps nothing for others to ask. */
async function connectionsOf(foundation: Foundation): Promise<ConnectionRegistry | undefined> {
  const { config, logger } = foundation
  if (config.router.standsAlone) return undefined
  const [kv, pubsub, idleMs] = [await foundation.kv(), await foundation.pubsub(), config.router.idleAwayMs]
  const registry = openConnectionRegistry({ kv, pubsub, logger, idleMs })
  foundation.onClose(() => registry.close())
  return registry
}

/** The router in a process of its own, its subgraphs behind HTTP. Resolves with its port. */
export async function serveRemoteRouter(foundation: Foundation): Promise<number> {
  const client = await remoteSubgraphs(foundation)
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

function readTrustedDocuments({ trustedDocuments: mode, trustedDocumentsFile: file }: RouterConfig) {
  if (mode === 'off') return undefined
  try {
    return { mode, documents: new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)) }
  } catch (cause) {
    throw new ConfigurationError(`The safelist ${file} cannot be read. Make it with: npm run schema`, { cause })
  }
}
