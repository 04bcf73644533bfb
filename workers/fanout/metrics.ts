import { counter, histogram, millisecondBuckets, type Metrics } from '../../platform/telemetry/index.ts'

/** What the fanout tells about itself. */
export const fanoutMetrics = (metrics: Metrics) => ({
  published: counter(metrics, { name: 'parley_fanout_events_total', help: 'Events published on pub/sub.' }),
  lag: histogram(metrics, {
    name: 'parley_fanout_lag_ms',
    help: 'Milliseconds from the commit of an event to its publish on pub/sub.',
    buckets: millisecondBuckets,
  }),
})
