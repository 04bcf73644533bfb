import { and, asc, desc, eq, gt, inArray, lt, lte, ne, or, sql } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'

const { expiries, scheduledMessages: scheduled } = tables

export type ScheduledRow = typeof scheduled.$inferSelect

const unsent = ne(scheduled.state, 'SENT')

export async function insertScheduled(queries: Queries, row: ScheduledRow): Promise<void> {
  await queries.insert(scheduled).values(row)
}

/** What the sender has waiting in a conversation, and what they had under this id, also where it was sent. */
export async function readWaiting(
  queries: Queries,
  { senderId, conversationId, clientMessageId }: Pick<ScheduledRow, 'senderId' | 'conversationId' | 'clientMessageId'>,
): Promise<ScheduledRow[]> {
  return queries
    .select()
    .from(scheduled)
    .where(
      and(
        eq(scheduled.senderId, senderId),
        eq(scheduled.conversationId, conversationId),
        or(unsent, eq(scheduled.clientMessageId, clientMessageId)),
      ),
    )
}

/** The sender's, by time: `limit + 1` in the page's direction. */
export async function readScheduled(
  queries: Queries,
  { senderId, conversationId }: { senderId: string; conversationId?: string },
  { direction, limit, after, before }: Page<[number, string]>,
): Promise<ScheduledRow[]> {
  const order = direction === 'forward' ? asc : desc
  return queries
    .select()
    .from(scheduled)
    .where(
      and(
        eq(scheduled.senderId, senderId),
        unsent,
        conversationId === undefined ? undefined : eq(scheduled.conversationId, conversationId),
        after && or(gt(scheduled.sendAt, after[0]), and(eq(scheduled.sendAt, after[0]), gt(scheduled.id, after[1]))),
        before &&
          or(lt(scheduled.sendAt, before[0]), and(eq(scheduled.sendAt, before[0]), lt(scheduled.id, before[1]))),
      ),
    )
    .orderBy(order(scheduled.sendAt), order(scheduled.id))
    .limit(limit + 1)
}

/** Takes one back, unless a worker has it. Resolves with what it was; undefined where it was not there. */
export async function removeScheduled(
  tx: Transaction,
  senderId: string,
  id: string,
): Promise<ScheduledRow | undefined> {
  const mine = and(
    eq(scheduled.id, id),
    eq(scheduled.senderId, senderId),
    inArray(scheduled.state, ['WAITING', 'FAILED']),
  )
  const [row] = await tx.dialect.forUpdate(tx.select().from(scheduled).where(mine))
  if (row) await tx.delete(scheduled).where(eq(scheduled.id, row.id))
  return row
}

/**
 * Claims what is due, so that nobody takes it back any more, and resolves with it. What another worker has claimed comes
 * too: it may have died, and sending again is the same.
 */
export async function claimDue(queries: Queries, now: number, limit: number): Promise<ScheduledRow[]> {
  const due = await queries
    .select({ id: scheduled.id })
    .from(scheduled)
    .where(and(inArray(scheduled.state, ['WAITING', 'SENDING']), lte(scheduled.sendAt, now)))
    .orderBy(asc(scheduled.sendAt))
    .limit(limit)
  if (due.length === 0) return []
  const those = inArray(
    scheduled.id,
    due.map(({ id }) => id),
  )
  await queries
    .update(scheduled)
    .set({ state: 'SENDING' })
    .where(and(those, eq(scheduled.state, 'WAITING')))
  return queries
    .select()
    .from(scheduled)
    .where(and(those, eq(scheduled.state, 'SENDING')))
    .orderBy(asc(scheduled.sendAt), asc(scheduled.id))
}

/** Of what was sent stays when and under which ids, and the hash by which it is known again; what it said is in the message. */
export async function markSent(queries: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const hash = sql`json_object('text', '', 'contentHash', json_extract(${scheduled.draft}, '$.contentHash'))`
  await queries
    .update(scheduled)
    .set({ state: 'SENT', draft: hash })
    .where(inArray(scheduled.id, [...ids]))
}

/** Forgets what was sent before `before`, some of it. */
export async function forgetSent(queries: Queries, before: number, limit: number): Promise<void> {
  const old = await queries
    .select({ id: scheduled.id })
    .from(scheduled)
    .where(and(eq(scheduled.state, 'SENT'), lt(scheduled.sendAt, before)))
    .limit(limit)
  const ids = old.map(({ id }) => id)
  if (ids.length > 0) await queries.delete(scheduled).where(inArray(scheduled.id, ids))
}

/** Resolves with whether it was being sent: another worker may have said so before. */
export async function markFailed(tx: Transaction, id: string, failure: string): Promise<boolean> {
  const [{ affectedRows }] = await tx
    .update(scheduled)
    .set({ state: 'FAILED', failure })
    .where(and(eq(scheduled.id, id), eq(scheduled.state, 'SENDING')))
  return affectedRows > 0
}

/** When the next message expires or is to be sent; null where nothing waits. One statement. */
export async function nextDue(queries: Queries): Promise<number | null> {
  const [row] = await queries.rows<{ expiry: number | null; sending: number | null }>(sql`
    select (select min(${expiries.expiresAt}) from ${expiries}) as expiry,
      (select min(${scheduled.sendAt}) from ${scheduled} where ${scheduled.state} in ('WAITING', 'SENDING')) as sending`)
  const times = [row?.expiry, row?.sending].filter((at) => at !== null && at !== undefined)
  return times.length === 0 ? null : Math.min(...times.map(Number))
}
