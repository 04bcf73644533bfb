import { counter, gauge, type Metrics } from '../../platform/telemetry/index.ts'

/** What the relay tells about itself. */
export function relayMetrics(metrics: Metrics) {
  const oldest = gauge(metrics, {
    name: 'parley_relay_oldest_seconds',
    help: 'How long the oldest event had waited in the outbox when the relay last looked; 0: none was overdue.',
  })
  return {
    published: counter(metrics, {
      name: 'parley_relay_events_total',
      help: 'Events published from the outbox because their writer did not.',
    }),
    failures: counter(metrics, { name: 'parley_relay_failures_total', help: 'Rounds of the relay that failed.' }),
    /** The oldest one that is overdue was written then. */
    found: (oldestAt?: number) => oldest.set(oldestAt === undefined ? 0 : Math.max(0, Date.now() - oldestAt) / 1000),
  }
}
