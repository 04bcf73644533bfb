import { and, eq, inArray, sql } from 'drizzle-orm'
import { tables, type Transaction } from '../database/index.ts'
import type { MessagePayload } from './events.ts'

const { events } = tables

/**
 * Takes a message's text out of the events that carried it, in one statement: each now carries the tombstone. `tx` holds
 * the lock on the timeline. Positions stay, so a reader that comes from before them sees the same changes, without the text.
 *
 * @param revs  the positions of the message's MessageSent and MessageEdited
 */
export async function redactMessage(
  tx: Transaction,
  revs: readonly number[],
  tombstone: MessagePayload,
): Promise<void> {
  const carrying = (__typename: 'MessageSent' | 'MessageEdited') => JSON.stringify({ __typename, message: tombstone })
  const payload = sql`case ${events.type} when 'MessageSent' then ${carrying('MessageSent')} else ${carrying('MessageEdited')} end`
  await tx
    .update(events)
    .set({ payload })
    .where(
      and(
        eq(events.conversationId, tombstone.conversation.id),
        inArray(events.rev, [...revs]),
        inArray(events.type, ['MessageSent', 'MessageEdited']),
      ),
    )
}
