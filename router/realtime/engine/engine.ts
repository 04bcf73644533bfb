import type { Logger } from '../../../platform/telemetry/index.ts'
import type { Tracing } from '../../../platform/telemetry/tracing/index.ts'
import type { Deadlines } from '../../../platform/time/deadlines.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import type { TopicLog } from './topicLog.ts'

/** What all that follows topics is given. */
export interface EngineOptions {
  limits: RealtimeLimits
  logger: Logger
  metrics: RealtimeMetrics
  /** Undefined: nothing is traced. */
  tracing?: Tracing | undefined
}

/** What the parts of the engine share. */
export interface Engine extends EngineOptions {
  log: TopicLog
  /** Of resolutions: `resolveTimeoutMs` for each try. */
  deadlines: Deadlines
}
