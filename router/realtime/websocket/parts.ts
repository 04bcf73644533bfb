import type { ConnectionRegistry } from '../../../platform/connections/index.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'
import type { Supergraph } from '../../supergraph/supergraph.ts'
import type { Alarms } from '../alarms.ts'
import type { Backlog } from '../backlog.ts'
import type { Hub } from '../engine/hub.ts'
import type { States } from '../engine/state/states.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import type { SocketQuota } from './socketQuota.ts'

/** What every connection of a server shares. */
export interface RealtimeParts {
  /** The supergraph of now: an operation that starts after a reload runs on the new one. */
  supergraph: () => Supergraph
  verifier: TokenVerifier
  /** Wakes sessions when their tokens have ended. */
  alarms: Alarms
  hub: Hub
  states: States
  /** Sockets and streams of each signed-in user. */
  users: SocketQuota
  /** Sockets and streams of each address. */
  addresses: SocketQuota
  /** Told of each connection of a signed-in user. */
  connections: ConnectionRegistry | undefined
  /** What waits for slow readers. */
  backlog: Backlog
  limits: RealtimeLimits
  logger: Logger
  metrics: RealtimeMetrics
}
