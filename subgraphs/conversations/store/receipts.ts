import { and, eq, lt, or, sql, type Column } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import { nextVersion } from './settings.ts'

const { members, timelines } = tables

/** How far an active member has come, and the conversation with them. */
export interface Receipt {
  readSeq: number
  deliveredSeq: number
  lastSeq: number
  markedUnread: boolean
}

/** Undefined for whoever is no active member. */
export async function findReceipt(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<Receipt | undefined> {
  const [row] = await queries
    .select({
      readSeq: members.readSeq,
      deliveredSeq: members.deliveredSeq,
      markedUnread: members.markedUnread,
      lastSeq: timelines.lastSeq,
    })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .where(isActive(conversationId, userId))
  return row
}

/** What is read has been delivered too, and nothing is marked unread any more. Says whether anything moved. */
export async function moveRead(queries: Queries, conversationId: string, userId: string, seq: number) {
  const [{ affectedRows }] = await queries
    .update(members)
    .set({
      readSeq: atLeast(members.readSeq, seq),
      deliveredSeq: atLeast(members.deliveredSeq, seq),
      settingsVersion: sql`case when ${members.markedUnread} then ${nextVersion} else ${members.settingsVersion} end`,
      markedUnread: false,
    })
    .where(and(isActive(conversationId, userId), or(lt(members.readSeq, seq), eq(members.markedUnread, true))))
  return affectedRows > 0
}

export async function moveCleared(queries: Queries, conversationId: string, userId: string, seq: number) {
  const [{ affectedRows }] = await queries
    .update(members)
    .set({ clearedSeq: seq })
    .where(and(isActive(conversationId, userId), lt(members.clearedSeq, seq)))
  return affectedRows > 0
}

export async function moveDelivered(queries: Queries, conversationId: string, userId: string, seq: number) {
  const [{ affectedRows }] = await queries
    .update(members)
    .set({ deliveredSeq: seq })
    .where(and(isActive(conversationId, userId), lt(members.deliveredSeq, seq)))
  return affectedRows > 0
}

const isActive = (conversationId: string, userId: string) =>
  and(eq(members.conversationId, conversationId), eq(members.userId, userId), eq(members.state, 'ACTIVE'))

/** A pointer never goes back, also when two devices move it at once. */
const atLeast = (pointer: Column, seq: number) => sql`case when ${pointer} < ${seq} then ${seq} else ${pointer} end`
