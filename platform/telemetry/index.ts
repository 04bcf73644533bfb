export { boundedLabel } from './boundedLabel.ts'
export { createLogger, type Logger } from './createLogger.ts'
export { createMetrics, type Metrics } from './createMetrics.ts'
export { errorCounter } from './errorCounter.ts'
export {
  createHealthHandler,
  startHealthServer,
  type HealthHandler,
  type HealthOptions,
  type HealthServer,
} from './health.ts'
export { counter, gauge, histogram, millisecondBuckets } from './instruments.ts'
export { warnOccasionally } from './warnOccasionally.ts'
export type { Checks } from './runChecks.ts'
