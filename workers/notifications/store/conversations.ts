import { and, eq, inArray } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { conversations, members, messages } = tables

export type ConversationKind = typeof conversations.$inferSelect.kind

/** Undefined where there is no such conversation. It never changes. */
export async function readKind(queries: Queries, conversationId: string): Promise<ConversationKind | undefined> {
  const [row] = await queries
    .select({ kind: conversations.kind })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
  return row?.kind
}

/** Who wrote these messages, by `seq`. */
export async function readAuthors(
  queries: Queries,
  conversationId: string,
  seqs: readonly number[],
): Promise<Map<number, { id: string; senderId: string }>> {
  if (seqs.length === 0) return new Map()
  const rows = await queries
    .select({ seq: messages.seq, id: messages.id, senderId: messages.senderId })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), inArray(messages.seq, [...seqs])))
  return new Map(rows.map(({ seq, ...row }) => [seq, row]))
}

/** What a push message may say of its conversation and message, as they are now. */
export interface PushContent {
  title: string | null
  /** Null where there is no message. Of files alone, their names. */
  text: string | null
  deletedAt: number | null
  expiresAt: number | null
}

/** Undefined where the user is no member any more. */
export async function readPushContent(
  queries: Queries,
  { userId, conversationId, messageSeq }: { userId: string; conversationId: string; messageSeq: number | null },
): Promise<PushContent | undefined> {
  const [row] = await queries
    .select({
      title: conversations.title,
      text: messages.text,
      extras: messages.extras,
      deletedAt: messages.deletedAt,
      expiresAt: messages.expiresAt,
    })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    // No message has the `seq` 0.
    .leftJoin(messages, and(eq(messages.conversationId, members.conversationId), eq(messages.seq, messageSeq ?? 0)))
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, userId), eq(members.state, 'ACTIVE')))
  if (!row) return undefined
  const { extras, ...content } = row
  const names = (extras?.attachments ?? []).map(({ name }) => name).join(', ')
  return { ...content, text: row.text === '' && names !== '' ? names : row.text }
}
