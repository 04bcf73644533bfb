import { and, eq, lte, max, or, sql } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { threadMessages, threadReads, threads } = tables

/** A thread, named like its root: `seq` is the root's. */
export type ThreadRow = Omit<typeof threads.$inferSelect, 'rootSeq'> & MessageKey

/** The tables of threads under the names that other tables of messages have. */
const byRoot = <T extends { conversationId: unknown; rootSeq: unknown }>({ conversationId, rootSeq }: T) => ({
  conversationId,
  seq: rootSeq,
})

/** The threads under these messages. */
export async function readThreads(queries: Queries, roots: readonly MessageKey[]): Promise<ThreadRow[]> {
  if (roots.length === 0) return []
  const { conversationId, rootSeq: seq, lastPos, lastReplyAt } = threads
  return queries
    .select({ conversationId, seq, lastPos, lastReplyAt })
    .from(threads)
    .where(ofMessages(byRoot(threads), roots))
}

/** Writes how far threads go now, and which messages stand in them: three statements. `tx` holds the timelines' locks. */
export async function writeThreads(
  tx: Transaction,
  replies: (typeof threadMessages.$inferInsert)[],
  heads: ThreadRow[],
): Promise<void> {
  await tx.insert(threadMessages).values(replies)
  await tx.delete(threads).where(ofMessages(byRoot(threads), heads))
  await tx.insert(threads).values(heads.map(({ seq, ...head }) => ({ ...head, rootSeq: seq })))
}

/** How far the user has read these threads. */
export async function readThreadReads(queries: Queries, userId: string, roots: readonly MessageKey[]) {
  const { conversationId, rootSeq: seq, readPos } = threadReads
  return queries
    .select({ conversationId, seq, readPos })
    .from(threadReads)
    .where(and(eq(threadReads.userId, userId), ofMessages(byRoot(threadReads), roots)))
}

/** The user's own newest reply in each of these threads. */
export async function readOwnReplies(queries: Queries, userId: string, roots: readonly MessageKey[]) {
  const { conversationId, rootSeq: seq, pos } = threadMessages
  return queries
    .select({ conversationId, seq, ownPos: max(pos) })
    .from(threadMessages)
    .where(and(eq(threadMessages.senderId, userId), ofMessages(byRoot(threadMessages), roots)))
    .groupBy(conversationId, seq)
}

/** The newest reply that each of these threads had when its conversation had come to `floorSeq`. */
export async function readFloors(queries: Queries, roots: readonly (MessageKey & { floorSeq: number })[]) {
  const { conversationId, rootSeq, seq, pos } = threadMessages
  // A viewer has one floor in a conversation, so this is one range for each.
  const byFloor = Map.groupBy(roots, ({ conversationId, floorSeq }) => `${conversationId} ${floorSeq}`)
  const ranges = [...byFloor.values()].map((those) =>
    and(ofMessages(byRoot(threadMessages), those), lte(seq, those[0]!.floorSeq)),
  )
  return queries
    .select({ conversationId, seq: rootSeq, floorPos: max(pos) })
    .from(threadMessages)
    .where(or(...ranges))
    .groupBy(conversationId, rootSeq)
}

/** Moves the user's pointer to `pos`, never back. */
export async function moveThreadRead(queries: Queries, userId: string, root: MessageKey, pos: number): Promise<void> {
  const { conversationId, seq: rootSeq } = root
  const row = { conversationId, rootSeq, userId, readPos: pos }
  const readPos = sql<number>`case when ${threadReads.readPos} > ${pos} then ${threadReads.readPos} else ${pos} end`
  await queries.dialect.upsert(queries, threadReads, row, { readPos })
}
