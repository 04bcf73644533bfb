import { and, eq, or, sql } from 'drizzle-orm'
import { tables, type Transaction } from '../../../platform/database/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'

const { members } = tables

/**
 * Moves each sender's pointer to their own newest message, in one statement: what someone wrote is not unread to them. A row
 * per sender, never one per recipient. `added` stands in the order of `seq` within each conversation.
 */
export async function moveOwnSeqs(
  tx: Transaction,
  added: readonly { message: Pick<MessagePayload, 'seq' | 'sender' | 'conversation'> }[],
): Promise<void> {
  const newest = new Map(added.map(({ message }) => [`${message.conversation.id} ${message.sender.id}`, message]))
  const places = [...newest.values()].map(({ seq, conversation, sender }) => ({
    seq,
    is: and(eq(members.conversationId, conversation.id), eq(members.userId, sender.id)),
  }))
  const cases = places.map(({ seq, is }) => sql`when ${is} then ${seq}`)
  await tx
    .update(members)
    .set({ ownSeq: sql`case ${sql.join(cases, sql` `)} else ${members.ownSeq} end` })
    .where(or(...places.map(({ is }) => is)))
}
