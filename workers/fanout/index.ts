import type { Consumer, EventLog, PubSub, TopicEvent } from '../../platform/events/index.ts'
import type { Span, Tracing } from '../../platform/telemetry/tracing/index.ts'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import { accessChanges } from './accessChanges.ts'
import { fanoutMetrics } from './metrics.ts'

export interface FanoutOptions {
  log: EventLog
  pubsub: PubSub
  logger: Logger
  metrics: Metrics
  /** Undefined: nothing is traced. */
  tracing?: Tracing | undefined
}

/**
 * Moves conversation events from the log to pub/sub: each is published once, as JSON (TopicEvent), on the channel named
 * after its topic. An event counts as handled only after its publish (I3, I7), so a killed worker repeats events and
 * loses none. Pub/sub that is away is waited out by the log, since it is retriable (see EventLog).
 *
 * Resolves once it consumes. `stop` resolves when what is in hand is published and its place in the log is kept.
 */
export async function startFanout({ log, pubsub, logger, metrics, tracing }: FanoutOptions): Promise<Consumer> {
  const { published, lag } = fanoutMetrics(metrics)
  const consumer = await log.consume('conversation-events', 'fanout', async (events) => {
    const spans = tracing ? events.map((event) => startSpan(event, tracing)) : []
    const messages = events.map((event, place) => message(event, spans[place]))
    await pubsub.publishMany([...messages, ...accessChanges(events)])
    for (const span of spans) span?.end()
    published.inc(events.length)
    for (const event of events) lag.observe(age(event))
  })
  logger.info('fanout has started')
  return consumer
}

/** Undefined where what wrote the event was not traced. A publish that fails leaves no span: the log hands it over again. */
const startSpan = ({ traceparent: parent, topic, rev }: TopicEvent, tracing: Tracing): Span | undefined =>
  parent === undefined
    ? undefined
    : tracing.start('fanout', { kind: 'consumer', parent, attributes: { 'parley.topic': topic, 'parley.rev': rev } })

/** What goes on from here is part of the span. */
const message = (event: TopicEvent, span: Span | undefined) => ({
  channel: event.topic,
  message: JSON.stringify(span ? { ...event, traceparent: span.traceparent } : event),
})

/** Milliseconds since the event happened; clocks of two machines may differ, so never below zero. */
function age({ payload }: TopicEvent): number {
  const at = typeof payload.at === 'string' ? Date.parse(payload.at) : Number.NaN
  return Number.isNaN(at) ? 0 : Math.max(0, Date.now() - at)
}
