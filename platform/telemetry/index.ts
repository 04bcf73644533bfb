export { createLogger, type Logger } from './createLogger.ts'
export { createMetrics, millisecondBuckets, type Metrics } from './createMetrics.ts'
export { warnOccasionally } from './occasionally.ts'
export {
  createHealthHandler,
  startHealthServer,
  type HealthHandler,
  type HealthOptions,
  type HealthServer,
} from './health.ts'
export type { Checks } from './runChecks.ts'
