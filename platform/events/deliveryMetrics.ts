import type { Metrics } from '../telemetry/createMetrics.ts'
import { counter } from '../telemetry/instruments.ts'

/** What every event log counts while it hands events over. */
export const deliveryMetrics = (metrics: Metrics) => ({
  retries: counter(metrics, {
    name: 'parley_event_retries_total',
    help: 'Times that handling events failed and was tried again.',
    labels: ['topic', 'group'],
  }),
  deadLetters: counter(metrics, {
    name: 'parley_dead_letters_total',
    help: 'Events that could not be handled and went to the dead letters.',
    labels: ['topic', 'group'],
  }),
})

export type DeliveryMetrics = ReturnType<typeof deliveryMetrics>
