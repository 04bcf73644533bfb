import type { Metrics } from '../telemetry/createMetrics.ts'

/** What every event log counts while it hands events over. */
export const deliveryMetrics = (metrics: Metrics) => ({
  retries: metrics.counter({
    name: 'parley_event_retries_total',
    help: 'Times that handling events failed and was tried again.',
    labels: ['topic', 'group'],
  }),
  deadLetters: metrics.counter({
    name: 'parley_dead_letters_total',
    help: 'Events that could not be handled and went to the dead letters.',
    labels: ['topic', 'group'],
  }),
})

export type DeliveryMetrics = ReturnType<typeof deliveryMetrics>
