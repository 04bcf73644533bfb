import type { Database } from '../../../../platform/database/index.ts'
import type { TopicEvent } from '../../../../platform/events/index.ts'
import type { PubSub } from '../../../../platform/events/index.ts'
import type { Logger } from '../../../../platform/telemetry/index.ts'

/** What the use cases of notifications stand on. */
export interface NotificationParts {
  /** The users database. */
  database: Database
  /**
   * Tells live subscribers of what is committed. Never rejects: whoever was not told reads it from the log, when the next
   * event shows the hole, or when they come back.
   */
  tell(events: readonly TopicEvent[]): Promise<void>
  /** Milliseconds since 1970. */
  now: () => number
}

/** One message of pub/sub for each event, on the channel of its topic. */
export const tellOver =
  (pubsub: PubSub, logger: Logger): NotificationParts['tell'] =>
  async (events) => {
    if (events.length === 0) return
    const messages = events.map((event) => ({ channel: event.topic, message: JSON.stringify(event) }))
    await pubsub
      .publishMany(messages)
      .catch((error: unknown) =>
        logger.warn({ error }, 'notifications were not told live; subscribers read them later'),
      )
  }
