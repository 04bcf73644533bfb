import { and, asc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { tables, type Database, type Queries } from '../database/index.ts'
import type { EventLog } from '../events/log.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import { logOf } from './topic.ts'
import { toTopicEvent } from './topicEvents.ts'

const { events, outbox } = tables

/** Takes events off the outbox once the event log has them. */
export async function settle(queries: Queries, published: readonly TopicEvent[]): Promise<void> {
  if (published.length === 0) return
  const keys: SQL[] = published.map(({ topic, rev }) => sql`(${logOf(topic)}, ${rev})`)
  await queries.delete(outbox).where(sql`(${outbox.conversationId}, ${outbox.rev}) in (${values(queries, keys)})`)
}

/** SQLite takes a list of rows on the right of `in` only as VALUES, MySQL only bare. */
const values = (queries: Queries, rows: SQL[]): SQL =>
  queries.dialect.name === 'sqlite' ? sql`values ${sql.join(rows, sql`, `)}` : sql.join(rows, sql`, `)

/**
 * Publishes events that have stood in the outbox for `olderThanMs`: their writer died, or could not reach the log.
 * Resolves with how many. `found`: told when the oldest of them was written, before anything is published; undefined: there are
 * none. Two relays at once may publish an event twice; subscribers get it once (they drop a known rev).
 */
export async function publishOverdue(
  database: Database,
  log: EventLog,
  { olderThanMs, limit, found }: { olderThanMs: number; limit: number; found?: (oldestAt?: number) => void },
): Promise<number> {
  const rows = await database
    .select({
      conversationId: events.conversationId,
      rev: events.rev,
      payload: events.payload,
      endsFor: events.endsFor,
      createdAt: events.createdAt,
    })
    .from(outbox)
    .innerJoin(events, and(eq(events.conversationId, outbox.conversationId), eq(events.rev, outbox.rev)))
    .where(lt(outbox.createdAt, Date.now() - olderThanMs))
    .orderBy(asc(outbox.createdAt), asc(outbox.conversationId), asc(outbox.rev))
    .limit(limit)
  found?.(rows[0]?.createdAt)
  if (rows.length === 0) return 0
  const overdue = rows.map(toTopicEvent)
  await log.append('conversation-events', overdue)
  await settle(database, overdue)
  return overdue.length
}
