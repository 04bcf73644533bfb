import type { Logger } from 'pino'
import type { Database } from '../database/index.ts'
import type { EventLog } from '../events/log.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import { activeTrace } from '../telemetry/tracing/index.ts'
import { settle } from './outbox.ts'

const MAX_WAITING = 10_000
const MAX_BATCH = 1_000

/**
 * Brings committed events to the event log, from the process that wrote them: the quick way. What it cannot bring (the log
 * is away, its queue is full, the process dies) still stands in the outbox, and the relay publishes it.
 */
export interface Publisher {
  /** Call after the commit, in the order of the commits. Returns at once. */
  publish(events: readonly TopicEvent[]): void
  /** Resolves when everything handed over so far is published or left to the relay. */
  close(): Promise<void>
}

/** What is written while a request is traced is part of its trace. */
function placed(event: TopicEvent): TopicEvent {
  const traceparent = event.traceparent ?? activeTrace()
  return traceparent === undefined ? event : { ...event, traceparent }
}

export function createPublisher(options: { database: Database; log: EventLog; logger: Logger }): Publisher {
  const { database, log, logger } = options
  let waiting: TopicEvent[] = []
  let running: Promise<void> | undefined
  let settling: Promise<void> = Promise.resolve()

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      try {
        await log.append('conversation-events', batch)
        // The next batch need not wait for this one's rows to go.
        settling = settling.then(() => settle(database, batch)).catch((error) => report(error, 'settle'))
      } catch (error) {
        report(error, 'publish')
      }
    }
  }

  const report = (error: unknown, step: string) =>
    logger.warn({ err: error, step }, 'events stay in the outbox until the relay publishes them')

  return {
    publish(events) {
      const room = MAX_WAITING - waiting.length
      if (events.length > room) logger.warn({ left: events.length - room }, 'publisher is full: the relay takes over')
      waiting.push(...events.slice(0, Math.max(0, room)).map(placed))
      running ??= drain().finally(() => (running = undefined))
    },
    async close() {
      await running
      await settling
    },
  }
}
