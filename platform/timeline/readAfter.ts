import { and, asc, eq, gt } from 'drizzle-orm'
import { tables, type Queries } from '../database/index.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import { readTimelines } from './heads.ts'
import { toTopicEvent } from './topicEvents.ts'

export interface LogPage {
  /** Position of the newest event. */
  rev: number
  /** Events up to and including this position are gone. */
  floorRev: number
  events: TopicEvent[]
  more: boolean
}

/** At most `limit` events after position `after`, oldest first; undefined when there is no such conversation. */
export async function readAfter(
  queries: Queries,
  conversationId: string,
  after: number,
  limit: number,
): Promise<LogPage | undefined> {
  const { events } = tables
  const head = (await readTimelines(queries, [conversationId])).get(conversationId)
  if (!head) return undefined
  const { rev, floorRev } = head
  if (after >= rev) return { rev, floorRev, events: [], more: false }
  const rows = await queries
    .select()
    .from(events)
    .where(and(eq(events.conversationId, conversationId), gt(events.rev, after)))
    .orderBy(asc(events.rev))
    .limit(limit)
  const newest = rows.at(-1)?.rev ?? after
  return { rev: Math.max(rev, newest), floorRev, events: rows.map(toTopicEvent), more: newest < rev }
}
