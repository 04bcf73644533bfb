import { counter, gauge, histogram, millisecondBuckets, type Metrics } from '../../platform/telemetry/index.ts'
import type { Answer } from './post.ts'

/** What an operator sees of the deliveries. */
export type WebhookMetrics = ReturnType<typeof webhookMetrics>

export function webhookMetrics(metrics: Metrics) {
  const deliveries = counter(metrics, {
    name: 'parley_webhooks_deliveries_total',
    help: 'Tries to deliver an event to a webhook.',
    labels: ['outcome'],
  })
  const latency = histogram(metrics, {
    name: 'parley_webhooks_latency_milliseconds',
    help: 'Time from a request to an endpoint to the end of its answer.',
    buckets: millisecondBuckets,
  })
  return {
    failures: counter(metrics, { name: 'parley_webhooks_failures_total', help: 'Looks at webhooks that failed.' }),
    inHand: gauge(metrics, { name: 'parley_webhooks_in_hand', help: 'Webhooks being delivered to.' }),
    tried({ error, latencyMs }: Answer) {
      deliveries.inc({ outcome: error === null ? 'delivered' : 'failed' })
      latency.observe(latencyMs)
    },
  }
}
