import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { type Database, tables } from '../../../platform/database/index.ts'
import { append, lockTimelines } from '../../../platform/timeline/index.ts'

const { members, messages } = tables

/**
 * Writes messages of one sender, as the messages subgraph writes them: rows, events and the sender's own pointer in one
 * transaction that holds the timeline. Resolves with the `seq` of the last one.
 */
export function say(database: Database, conversationId: string, senderId: string, count = 1): Promise<number> {
  return database.transaction(async (tx) => {
    const head = (await lockTimelines(tx, [conversationId])).get(conversationId)!
    const createdAt = Math.max(Date.now(), head.lastActivityAt)
    const rows = Array.from({ length: count }, (_, n) => ({
      conversationId,
      seq: head.lastSeq + n + 1,
      id: uuid(),
      senderId,
      clientMessageId: uuid(),
      contentHash: 'x'.repeat(43),
      text: 'hello',
      createdAt,
    }))
    await tx.insert(messages).values(rows)
    head.lastSeq += count
    await tx
      .update(members)
      .set({ ownSeq: head.lastSeq })
      .where(and(eq(members.conversationId, conversationId), eq(members.userId, senderId)))
    const events = rows.map(({ id, seq, clientMessageId, text }) => ({
      payload: {
        __typename: 'MessageSent' as const,
        message: {
          __typename: 'Message' as const,
          id,
          seq,
          clientMessageId,
          text,
          createdAt: new Date(createdAt).toISOString(),
          sender: { __typename: 'User' as const, id: senderId },
          conversation: { __typename: 'Conversation' as const, id: conversationId },
        },
      },
    }))
    await append(tx, [{ head, events }], createdAt)
    return head.lastSeq
  })
}
