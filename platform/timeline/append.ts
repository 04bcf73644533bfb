import { inArray, sql, type Column, type SQL } from 'drizzle-orm'
import { tables, type Transaction } from '../database/index.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import type { StoredPayload } from './events.ts'
import type { TimelineHead } from './heads.ts'
import { isActivity } from './isActivity.ts'
import { toTopicEvent } from './topicEvents.ts'

/** An event to be appended; `endsFor` names the viewers whose subscriptions end with it. */
export interface NewEvent {
  payload: StoredPayload
  endsFor?: string[]
}

/** New events of one conversation, whose head the transaction holds. */
export interface Append {
  head: TimelineHead
  events: readonly NewEvent[]
}

const { events, outbox, timelines } = tables

/**
 * Appends to the logs of one or many conversations, in three statements however many there are: events, outbox, heads.
 * Gives each event its `rev` (I3) and moves `head` forward. Hand what it resolves with to the publisher after the commit.
 *
 * @param at  milliseconds since 1970; a log's times never run backwards, so an earlier one is raised to that of its last activity
 */
export async function append(tx: Transaction, appends: readonly Append[], at: number): Promise<TopicEvent[]> {
  const rows = appends.flatMap(({ head, events }) => {
    const createdAt = Math.max(at, head.lastActivityAt)
    if (events.some(({ payload }) => isActivity(payload))) head.lastActivityAt = createdAt
    return events.map(({ payload, endsFor }) => ({
      conversationId: head.conversationId,
      rev: (head.rev += 1),
      type: payload.__typename,
      payload,
      endsFor: endsFor ?? null,
      createdAt,
    }))
  })
  if (rows.length === 0) return []
  await tx.insert(events).values(rows)
  await tx.insert(outbox).values(rows.map(({ conversationId, rev, createdAt }) => ({ conversationId, rev, createdAt })))
  await writeHeads(
    tx,
    appends.map(({ head }) => head),
  )
  return rows.map(toTopicEvent)
}

async function writeHeads(tx: Transaction, heads: readonly TimelineHead[]): Promise<void> {
  const byId = (column: Column, value: (head: TimelineHead) => number): SQL => {
    const cases = heads.map((head) => sql`when ${head.conversationId} then ${value(head)}`)
    return sql`case ${timelines.conversationId} ${sql.join(cases, sql` `)} else ${column} end`
  }
  await tx
    .update(timelines)
    .set({
      rev: byId(timelines.rev, (head) => head.rev),
      lastSeq: byId(timelines.lastSeq, (head) => head.lastSeq),
      lastActivityAt: byId(timelines.lastActivityAt, (head) => head.lastActivityAt),
    })
    .where(
      inArray(
        timelines.conversationId,
        heads.map((head) => head.conversationId),
      ),
    )
}
