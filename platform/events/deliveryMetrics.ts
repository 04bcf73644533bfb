import type { Metrics } from '../telemetry/createMetrics.ts'
import { counter } from '../telemetry/instruments.ts'

/** What every event log counts while it hands events over. `consumer`: counted from 0 on, so that the first one is seen as a rise. */
export function deliveryMetrics(metrics: Metrics, consumer?: { topic: string; group: string }) {
  const retries = counter(metrics, {
    name: 'parley_event_retries_total',
    help: 'Times that handling events failed and was tried again.',
    labels: ['topic', 'group'],
  })
  const deadLetters = counter(metrics, {
    name: 'parley_dead_letters_total',
    help: 'Events that could not be handled and went to the dead letters.',
    labels: ['topic', 'group'],
  })
  if (consumer) for (const one of [retries, deadLetters]) one.inc(consumer, 0)
  return { retries, deadLetters }
}

export type DeliveryMetrics = ReturnType<typeof deliveryMetrics>
