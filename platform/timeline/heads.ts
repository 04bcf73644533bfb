import { inArray } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../database/index.ts'

/** The head of a conversation's log. Writers change `lastSeq` and hand it to `append`, which gives out the `rev`s. */
export interface TimelineHead {
  conversationId: string
  rev: number
  lastSeq: number
  floorRev: number
  lastActivityAt: number
}

const { timelines } = tables

/**
 * Locks the heads of conversations until the transaction ends: whoever holds a head gives out its positions. In ascending
 * order of id, so that two transactions never wait for each other in a circle. Unknown conversations are left out.
 */
export async function lockTimelines(
  tx: Transaction,
  conversationIds: readonly string[],
): Promise<Map<string, TimelineHead>> {
  if (conversationIds.length === 0) return new Map()
  const ids = [...new Set(conversationIds)].sort()
  const query = tx
    .select()
    .from(timelines)
    .where(inArray(timelines.conversationId, ids))
    .orderBy(timelines.conversationId)
  const heads = await tx.dialect.forUpdate(query)
  return new Map(heads.map((head) => [head.conversationId, head]))
}

/**
 * The same for logs that begin with their first event: a viewer's own. To be locked after those of conversations, so that
 * nobody waits in a circle.
 */
export async function lockOrStart(
  tx: Transaction,
  ids: readonly string[],
  at: number,
): Promise<Map<string, TimelineHead>> {
  const heads = await lockTimelines(tx, ids)
  const missing = [...new Set(ids)].filter((id) => !heads.has(id)).sort()
  if (missing.length === 0) return heads
  const rows = missing.map((id) => ({ conversationId: id, rev: 0, lastSeq: 0, floorRev: 0, lastActivityAt: at }))
  await tx.dialect.insertIgnore(tx, timelines, rows)
  return lockTimelines(tx, ids)
}

/** Heads as they are now, without a lock. */
export async function readTimelines(
  queries: Queries,
  conversationIds: readonly string[],
): Promise<Map<string, TimelineHead>> {
  if (conversationIds.length === 0) return new Map()
  const heads = await queries
    .select()
    .from(timelines)
    .where(inArray(timelines.conversationId, [...conversationIds]))
  return new Map(heads.map((head) => [head.conversationId, head]))
}

/** Starts the log of a new conversation, held by the transaction that creates it. */
export async function createTimeline(tx: Transaction, conversationId: string, at: number): Promise<TimelineHead> {
  const head = { conversationId, rev: 0, lastSeq: 0, floorRev: 0, lastActivityAt: at }
  await tx.insert(timelines).values(head)
  return head
}
