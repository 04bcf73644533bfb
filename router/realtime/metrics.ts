import type { GraphQLFormattedError } from 'graphql'
import { counter, errorCounter, gauge, histogram, type Metrics } from '../../platform/telemetry/index.ts'
import { closeLabel } from './closeLabel.ts'
import { closings } from './websocket/closeCodes.ts'

/** Seconds. From one event for one socket to a crowd behind a slow subgraph. */
const deliveryBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

const named = (name: string, help: string) => ({ name: `parley_realtime_${name}`, help })

/** What the realtime engine counts. `waiting`: bytes that wait for slow readers, asked when the metrics are read. */
export const realtimeMetrics = (metrics: Metrics, waiting = () => 0) => ({
  ...losses(metrics),
  connections: gauge(metrics, named('connections', 'Open WebSockets.')),
  streams: gauge(metrics, named('streams', 'Open streams over HTTP.')),
  waitingBytes: gauge(metrics, {
    ...named('waiting_bytes', 'Bytes that wait to be written to readers who are behind.'),
    value: waiting,
  }),
  subscriptions: gauge(metrics, named('subscriptions', 'Live subscriptions.')),
  groups: gauge(metrics, named('groups', 'Groups of subscribers that get the same bytes.')),
  topics: gauge(metrics, named('topics', 'Topics followed, each with one subscription to pub/sub.')),
  eventsIn: counter(metrics, named('events_in_total', 'Events heard from pub/sub.')),
  eventsOut: counter(metrics, named('events_out_total', 'Events handed to live subscribers.')),
  resolutions: counter(metrics, named('resolutions_total', 'Events resolved and serialized, once for each group.')),
  readings: counter(metrics, {
    ...named('log_readings_total', 'Readings of a topic log.'),
    labels: ['why'],
  }),
  catchUps: counter(metrics, {
    ...named(
      'catch_ups_total',
      'Pages of the past for subscribers who came back: read from the log, or just read by another.',
    ),
    labels: ['from'],
  }),
  openingsWaiting: gauge(metrics, named('openings_waiting', 'Subscriptions that wait for their turn to be opened.')),
  delayed: gauge(metrics, named('delayed', '1 while pub/sub is away: sockets stay, and events come when it is back.')),
  conflated: counter(
    metrics,
    named('conflated_total', 'States left out for a slow reader, because a newer one of their key came.'),
  ),
  deliverySeconds: histogram(metrics, {
    ...named('delivery_seconds', 'From an event being in order until it is written to every socket of a group.'),
    buckets: deliveryBuckets,
  }),
})

/**
 * What should not happen, counted from 0 on, so that the first one is seen as a rise. Codes come from outside: clients may
 * close with any, and subgraphs have their own.
 */
function losses(metrics: Metrics) {
  const dropped = counter(metrics, {
    ...named('dropped_total', 'Messages from pub/sub that could not be delivered.'),
    labels: ['why'],
  })
  const closes = counter(metrics, { ...named('closes_total', 'WebSockets closed, by close code.'), labels: ['code'] })
  const failed = errorCounter(metrics, {
    ...named('errors_total', 'Operations over WebSockets and streams that ended with an error, by its code.'),
    oursToMend: ['INTERNAL', 'OVERLOADED', 'UNAVAILABLE'],
  })
  for (const why of ['malformed', 'not in the log']) dropped.inc({ why }, 0)
  for (const { code } of Object.values(closings)) closes.inc({ code: closeLabel(code) }, 0)
  return {
    dropped,
    closed: (code: number) => closes.inc({ code: closeLabel(code) }),
    failed: ([first]: readonly GraphQLFormattedError[]) => failed(first?.extensions?.['code']),
  }
}

export type RealtimeMetrics = ReturnType<typeof realtimeMetrics>
