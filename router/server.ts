import { unverified } from './unverified.ts'
import { parse } from 'graphql'
import type { ConnectionRegistry } from '../platform/connections/index.ts'
import type { PubSub } from '../platform/events/pubsub.ts'
import type { TokenVerifier } from '../platform/identity/tokens.ts'
import { tracedClient, type SubgraphClient } from '../platform/subgraph/index.ts'
import type { Tracing } from '../platform/telemetry/tracing/index.ts'
import { createHealthHandler } from '../platform/telemetry/index.ts'
import type { Checks, Logger, Metrics } from '../platform/telemetry/index.ts'
import { Deadlines } from '../platform/time/deadlines.ts'
import { clientAddress } from './http/clientAddress.ts'
import { connectionsDoor } from './http/connectionsDoor.ts'
import { eventDoor } from './http/eventDoor.ts'
import { graphiqlPages, httpHandler, webPages, type AllowedOrigins } from './http/index.ts'
import { operationMetrics } from './http/operationMetrics.ts'
import { passThroughs, type PassThroughTo } from './http/passThrough.ts'
import { PersistedQueries } from './http/persistedQueries.ts'
import { attachRealtime, type RealtimeLimits } from './realtime/index.ts'
import { createHttpServer, listen } from './http/server.ts'
import {
  authorizing,
  buildSupergraph,
  defaultLimits,
  LoadedSupergraph,
  measuredClient,
  pricing,
  sharing,
  readRequirements,
  readWeights,
  trusting,
  traced,
  type OperationLimits,
  type Rates,
  type Supergraph,
  type TrustedOptions,
} from './supergraph/index.ts'
import { recording, type UsageRecorder } from './usage/index.ts'

export interface RouterOptions {
  /** The composed SDL to begin with. */
  supergraph: string
  /** Asked once for each subgraph that the SDL names. `url`: its address there. */
  subgraphs: (name: string, url: string) => SubgraphClient
  /** Undefined: tokens are not looked at. They are passed on as they come, and nobody counts as signed in. */
  verifier: TokenVerifier | undefined
  /** The public keys of access tokens, for /.well-known/jwks.json. */
  jwks?: (() => Promise<object>) | undefined
  pubsub: PubSub
  /** Told which connections this router holds, and asked by operators. Undefined: nobody knows. */
  connections?: ConnectionRegistry | undefined
  /** The bearer token with which subgraphs post events to /events. Undefined: there is no such door. */
  eventsSecret?: string | undefined
  /** Addresses that subgraphs answer themselves, beside GraphQL. Default none. */
  passThroughs?: readonly PassThroughTo[]
  /** The folder of the web client's build; without one there are no pages. */
  webRoot?: string | undefined
  /** Of the build, GraphiQL alone. Default false. */
  onlyGraphiql?: boolean
  /** 0 takes any free one. */
  port: number
  /** Undefined: all interfaces. */
  host?: string | undefined
  logger: Logger
  metrics: Metrics
  /** What must work for /health/ready. */
  checks?: Checks
  limits?: { operation?: Partial<OperationLimits>; realtime?: Partial<RealtimeLimits>; bodyBytes?: number }
  /** Labels of `@override(label:)` that hold for every request. Default none. */
  overrideLabels?: readonly string[]
  /** May clients ask for the schema? Default true. */
  introspection?: boolean
  /** Pages of which origins may call. Default all. */
  origins?: AllowedOrigins
  /** Proxies of ours in front, which tell the client's address in X-Forwarded-For. Default 0. */
  trustedProxies?: number
  /** Operations in one request over HTTP. Default 10; 1 takes no lists. */
  batchLimit?: number
  /** Equal queries of one viewer in flight at once share one execution. Default false. */
  shareExecutions?: boolean
  /** For a query or mutation over HTTP. Default 30000. */
  operationTimeoutMs?: number
  /** Sent as x-parley-operator, it shows the query plan. Undefined: nobody sees plans. */
  operatorSecret?: string | undefined
  /** The plan stands in the extensions of whoever sends x-parley-explain. Default false. */
  explainsToAll?: boolean
  /** Price that an operation may have by @cost and @listSize. Default 0: any. */
  costLimit?: number
  /** What a viewer may ask within a time; closed with the router. Undefined: anything. */
  rates?: Rates | undefined
  /** Undefined: any operation is served. */
  trustedDocuments?: Pick<TrustedOptions, 'documents' | 'mode'> | undefined
  /** Memory for automatic persisted queries. Default 16 MiB; 0: none. */
  persistedQueryBytes?: number
  /** Undefined: nothing is traced. */
  tracing?: Tracing | undefined
  /** Counts what clients ask for; its last counts go out when the router is closed. Undefined: nothing is counted. */
  usage?: UsageRecorder | undefined
  /** How long answers in progress may take once the router is closed, in milliseconds. Default 10000. */
  drainMs?: number
}

export interface Router {
  readonly port: number
  /**
   * Serves another supergraph from now on; what runs, ends on the old one. False: it is broken, and the old one stays.
   */
  replaceSupergraph(sdl: string): boolean
  /** Ends sockets so that clients go elsewhere, and resolves when answers in progress are written. */
  close(): Promise<void>
}

const MEBIBYTE = 1_048_576

/**
 * Starts the public door; resolves when it listens.
 * Rejects when the SDL is no supergraph, or the port is taken.
 */
export async function startRouter(options: RouterOptions): Promise<Router> {
  const { verifier, jwks, pubsub, logger, metrics, limits = {}, drainMs = 10_000 } = options
  const loaded = new LoadedSupergraph(options.supergraph, {
    subgraphs: clientsOf(options),
    build: (sdl, subgraphs) => serveSafely(options, sdl, subgraphs),
    logger,
    metrics,
  })
  const addressOf = clientAddress(options.trustedProxies ?? 0)
  // The same for what is answered at once, and what is live.
  const shared = {
    supergraph: loaded.current,
    addressOf,
    origins: options.origins ?? '*',
    persisted: new PersistedQueries(options.persistedQueryBytes ?? 16 * MEBIBYTE),
    logger,
  }
  const { server, close: closeServer } = createHttpServer(
    httpHandler({
      ...shared,
      verifier,
      jwks,
      bodyLimitBytes: limits.bodyBytes ?? MEBIBYTE,
      health: healthOf(options, loaded),
      pages: options.onlyGraphiql ? graphiqlPages(options.webRoot) : webPages(options.webRoot),
      events: options.eventsSecret === undefined ? undefined : eventDoor(options.eventsSecret, pubsub),
      connections: operatorsDoor(options),
      passThrough: passThroughs(options.passThroughs ?? [], { verifier, addressOf, metrics, tracing: options.tracing }),
      stream: (request, response) => realtime.stream(request, response),
      onAsked: (viewer) => options.connections?.saw(viewer),
      ...operationMetrics(metrics),
      operatorSecret: options.operatorSecret,
      explainsToAll: options.explainsToAll ?? false,
      batchLimit: options.batchLimit ?? 10,
      deadlines: new Deadlines(options.operationTimeoutMs ?? 30_000),
    }),
  )
  const realtime = attachRealtime(server, {
    ...shared,
    verifier: verifier ?? unverified,
    pubsub,
    metrics,
    connections: options.connections,
    tracing: options.tracing,
    // Half of the time to tell sockets, in groups; the rest to finish what is written.
    limits: { drainMs: drainMs / 2, ...limits.realtime },
  })
  const port = await listen(server, options.port, options.host).catch(async (error: unknown) => {
    await realtime.close()
    throw error
  })
  let closing: Promise<void> | undefined
  const close = async () => {
    const closed = closeServer(drainMs)
    await realtime.close()
    await closed
    options.rates?.close()
    await options.usage?.close()
  }
  return { port, replaceSupergraph: (sdl) => loaded.replace(sdl), close: () => (closing ??= close()) }
}

const clientsOf =
  ({ subgraphs, metrics, tracing }: RouterOptions): RouterOptions['subgraphs'] =>
  (name, url) => {
    const measured = measuredClient(name, subgraphs(name, url), metrics)
    return tracing ? tracedClient(name, measured, tracing) : measured
  }

/** A subgraph that is away costs its own fields only: the router is ready without it, and says so. */
const healthOf = ({ checks = {}, metrics, logger }: RouterOptions, loaded: LoadedSupergraph) =>
  createHealthHandler({ checks, facts: async () => ({ subgraphs: await loaded.reachable() }), metrics, logger })

const operatorsDoor = ({ operatorSecret, connections }: RouterOptions) =>
  operatorSecret !== undefined && connections ? connectionsDoor(operatorSecret, connections) : undefined

/** The supergraph behind all that a public one needs. */
function serveSafely(options: RouterOptions, sdl: string, subgraphs: (name: string) => SubgraphClient): Supergraph {
  const {
    logger,
    metrics,
    introspection = true,
    trustedDocuments: trusted,
    costLimit = 0,
    overrideLabels = [],
  } = options
  const limits = { ...defaultLimits, ...options.limits?.operation }
  const parsed = parse(sdl, { noLocation: true })
  const built = buildSupergraph({ sdl, subgraphs, logger, limits, introspection, overrideLabels })
  const executed = options.shareExecutions ? sharing(built) : built
  const authorized = authorizing(executed, readRequirements(parsed), options.verifier !== undefined)
  const priced = pricing(authorized, readWeights(parsed), { limit: costLimit, rates: options.rates })
  const served = options.tracing ? traced(priced, options.tracing) : priced
  const safe = trusted ? trusting(served, { ...trusted, maxTokens: limits.tokens, logger, metrics }) : served
  return options.usage ? recording(safe, options.usage) : safe
}
