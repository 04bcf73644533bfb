import { counter, gauge, histogram, type Metrics } from '../../../platform/telemetry/index.ts'

/** What the send queue tells about itself. */
export interface SendMetrics {
  /** So many drafts were taken for one transaction, and so many still wait. */
  taken(batch: number, waiting: number): void
  /** So many drafts could not be stored. */
  failed(drafts: number): void
}

export function sendMetrics(metrics: Metrics): SendMetrics {
  const batches = histogram(metrics, {
    name: 'parley_send_batch_size',
    help: 'Messages that shared one transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  })
  const waiting = gauge(metrics, {
    name: 'parley_sends_waiting',
    help: 'Messages that still waited for a transaction when the last one began.',
  })
  const failures = counter(metrics, {
    name: 'parley_sends_failed_total',
    help: 'Messages that the database could not store; their senders were told to send again.',
  })
  return {
    taken(batch, rest) {
      batches.observe(batch)
      waiting.set(rest)
    },
    failed: (drafts) => failures.inc(drafts),
  }
}
