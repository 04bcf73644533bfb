import { counter, type Metrics } from '../../platform/telemetry/index.ts'

/** What the notifications worker tells about itself. */
export const notificationsMetrics = (metrics: Metrics) => ({
  told: counter(metrics, {
    name: 'parley_notification_occasions_total',
    help: 'Occasions on which somebody was meant to be notified, before their own rules.',
  }),
  sent: counter(metrics, {
    name: 'parley_push_messages_total',
    help: 'Tries to send a push message, by what became of them.',
    labels: ['outcome'],
  }),
})
