import { counter, type Metrics } from '../../platform/telemetry/index.ts'

/** What the timers tell about themselves. */
export const timersMetrics = (metrics: Metrics) => ({
  done: counter(metrics, { name: 'parley_timers_done_total', help: 'Expiries and scheduled sends done.' }),
  failures: counter(metrics, { name: 'parley_timers_failures_total', help: 'Rounds of the timers that failed.' }),
})
