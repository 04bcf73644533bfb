import type { Metrics } from '../../../platform/telemetry/index.ts'

/** What the send queue tells about itself. */
export interface SendMetrics {
  /** Drafts that wait, and so many were taken for one transaction. */
  taken(batch: number, waiting: number): void
  /** So many drafts could not be stored. */
  failed(drafts: number): void
}

export function sendMetrics(metrics: Metrics): SendMetrics {
  const batches = metrics.histogram({
    name: 'parley_send_batch_size',
    help: 'Messages that shared one transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  })
  const waiting = metrics.gauge({
    name: 'parley_sends_waiting',
    help: 'Messages that waited for a transaction when the last one began.',
  })
  const failures = metrics.counter({
    name: 'parley_sends_failed_total',
    help: 'Messages that could not be stored because the database failed; their senders were told to send again.',
  })
  return {
    taken(batch, rest) {
      batches.observe(batch)
      waiting.set(rest)
    },
    failed: (drafts) => failures.inc(drafts),
  }
}
