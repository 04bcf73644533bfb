import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import type { Tracing } from '../../platform/telemetry/tracing/index.ts'
import type { ConnectionRegistry } from '../../platform/connections/index.ts'
import type { PubSub } from '../../platform/events/pubsub.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { AllowedOrigins } from '../http/cors.ts'
import { PersistedQueries } from '../http/persistedQueries.ts'
import type { RequestParameters } from '../http/requestParameters.ts'
import type { Supergraph } from '../supergraph/supergraph.ts'
import { Alarms } from './alarms.ts'
import { Backlog } from './backlog.ts'
import { Hub } from './engine/hub.ts'
import { States } from './engine/state/states.ts'
import { StreamServer } from './http/server.ts'
import { defaultLimits, type RealtimeLimits } from './limits.ts'
import { realtimeMetrics } from './metrics.ts'
import { SocketServer } from './websocket/server.ts'
import { SocketQuota } from './websocket/socketQuota.ts'

export { defaultLimits, type RealtimeLimits } from './limits.ts'
export { closings, duplicateId, retries, type Closing, type Retry } from './websocket/closeCodes.ts'

export interface RealtimeOptions {
  supergraph: () => Supergraph
  verifier: TokenVerifier
  pubsub: PubSub
  logger: Logger
  metrics: Metrics
  /** Undefined: nothing is traced. */
  tracing?: Tracing | undefined
  limits?: Partial<RealtimeLimits>
  /** Documents known by their hashes, for what is asked over HTTP. Undefined: none. */
  persisted?: PersistedQueries
  /** Told which connections of which users this router holds; unset: nobody asks. */
  connections?: ConnectionRegistry | undefined
  /** Pages of which origins may open sockets. Default all. */
  origins?: AllowedOrigins
  /** The client's address; that of the connection unless told otherwise. */
  addressOf?: (request: IncomingMessage) => string | undefined
}

export interface Realtime {
  /**
   * Answers a request for a stream over HTTP: GraphQL over SSE, or Apollo's multipart subscriptions. False: it asks for
   * neither, and is left alone. What it has read: a plain answer of that will do. Rejects with what any other request would be
   * answered with.
   */
  stream(request: IncomingMessage, response: ServerResponse): Promise<boolean | RequestParameters>
  /** Drains: see README.md. */
  close(): Promise<void>
}

/** Serves graphql-transport-ws at `/graphql` of this server; what asks for a stream over HTTP is to be given to `stream`. */
export function attachRealtime(server: Server, options: RealtimeOptions): Realtime {
  const { supergraph, verifier, pubsub, logger } = options
  const limits = { ...defaultLimits, ...options.limits }
  const backlog = new Backlog(limits.outboundBytes, limits.outboundBytesOfAll)
  const metrics = realtimeMetrics(options.metrics, () => backlog.bytes)
  const hub = new Hub(pubsub, { limits, logger, metrics, tracing: options.tracing })
  const states = new States(pubsub, { limits, logger, metrics })
  const users = new SocketQuota(limits.socketsPerUser)
  const addresses = new SocketQuota(limits.socketsPerAddress)
  const addressOf = options.addressOf ?? ((request) => request.socket.remoteAddress)
  const { connections } = options
  const quotas = { users, addresses }
  const shared = { alarms: new Alarms(), backlog, limits, logger, metrics }
  const parts = { supergraph, verifier, hub, states, ...quotas, connections, ...shared }
  const sockets = new SocketServer(server, parts, { path: '/graphql', addressOf, origins: options.origins ?? '*' })
  const streams = new StreamServer(parts, { persisted: options.persisted ?? new PersistedQueries(0), addressOf })
  return {
    stream: (request, response) => streams.answer(request, response),
    async close() {
      await Promise.all([streams.close(), sockets.close()])
      await Promise.all([hub.close(), states.close()])
    },
  }
}
