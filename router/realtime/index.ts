import type { IncomingMessage, Server } from 'node:http'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import type { PubSub } from '../../platform/events/pubsub.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { Supergraph } from '../supergraph/supergraph.ts'
import { Hub } from './engine/hub.ts'
import { defaultLimits, type RealtimeLimits } from './limits.ts'
import { realtimeMetrics } from './metrics.ts'
import { SocketServer } from './websocket/server.ts'
import { SocketQuota } from './websocket/socketQuota.ts'

export { defaultLimits, type RealtimeLimits } from './limits.ts'
export { closings, type Closing, type Retry } from './websocket/closeCodes.ts'

export interface RealtimeOptions {
  supergraph: () => Supergraph
  verifier: TokenVerifier
  pubsub: PubSub
  logger: Logger
  metrics: Metrics
  limits?: Partial<RealtimeLimits>
  /** The client's address; that of the connection unless told otherwise. */
  addressOf?: (request: IncomingMessage) => string | undefined
}

/** Serves graphql-transport-ws at `/graphql` of this server. `close` drains: see README.md. */
export function attachRealtime(server: Server, options: RealtimeOptions): { close(): Promise<void> } {
  const { supergraph, verifier, pubsub, logger } = options
  const limits = { ...defaultLimits, ...options.limits }
  const metrics = realtimeMetrics(options.metrics)
  const hub = new Hub(pubsub, { limits, logger, metrics })
  const users = new SocketQuota(limits.socketsPerUser)
  const addressOf = options.addressOf ?? ((request) => request.socket.remoteAddress)
  const sockets = new SocketServer(
    server,
    { supergraph, verifier, hub, users, limits, logger, metrics },
    { path: '/graphql', addressOf },
  )
  return {
    async close() {
      await sockets.close()
      await hub.close()
    },
  }
}
