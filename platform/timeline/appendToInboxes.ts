import { and, eq, lte } from 'drizzle-orm'
import { tables, type Transaction } from '../database/index.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import { append } from './append.ts'
import type { InboxPayload } from './events.ts'
import { lockOrStart, type TimelineHead } from './heads.ts'

/** Something that a viewer's own log is to tell. */
export interface InboxNews {
  userId: string
  payload: InboxPayload
}

/** A viewer's log keeps so many events, and up to `TRIMMED_AT_ONCE` more: whoever is further behind reads the inbox again. */
const KEPT = 2_000
const TRIMMED_AT_ONCE = 500

const { events, outbox, timelines } = tables

/**
 * Appends to viewers' own logs, with the same number of statements for one and for many. To be called when the transaction
 * holds all that it locks of conversations and their members. Hand what it resolves with to the publisher after the commit.
 * @param at  milliseconds since 1970
 */
export async function appendToInboxes(tx: Transaction, news: readonly InboxNews[], at: number): Promise<TopicEvent[]> {
  if (news.length === 0) return []
  const byUser = Map.groupBy(news, ({ userId }) => userId)
  const heads = await lockOrStart(tx, [...byUser.keys()], at)
  const appends = [...byUser].map(([userId, own]) => ({
    head: heads.get(userId)!,
    events: own.map(({ payload }) => ({ payload })),
  }))
  const appended = await append(tx, appends, at)
  for (const { head, events } of appends) await trim(tx, head, events.length)
  return appended
}

async function trim(tx: Transaction, { conversationId, rev }: TimelineHead, added: number): Promise<void> {
  const floorRev = (Math.floor(rev / TRIMMED_AT_ONCE) - KEPT / TRIMMED_AT_ONCE) * TRIMMED_AT_ONCE
  if (floorRev <= 0 || rev - added >= floorRev + KEPT) return
  await tx.delete(events).where(and(eq(events.conversationId, conversationId), lte(events.rev, floorRev)))
  await tx.delete(outbox).where(and(eq(outbox.conversationId, conversationId), lte(outbox.rev, floorRev)))
  await tx.update(timelines).set({ floorRev }).where(eq(timelines.conversationId, conversationId))
}
