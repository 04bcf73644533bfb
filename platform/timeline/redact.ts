import { and, eq, inArray, sql } from 'drizzle-orm'
import { tables, type Transaction } from '../database/index.ts'
import type { MessagePayload, StoredPayload } from './events.ts'

const { events } = tables

/** What the events of a deleted message carry from now on. */
export interface Redacted {
  sent: MessagePayload
  edited: MessagePayload
}

/**
 * Takes a message's text out of the events that carried it, in one statement: each now carries the tombstone. `tx` holds
 * the lock on the timeline. Positions stay, so a reader that comes from before them sees the same changes, without the text.
 *
 * @param revs  the positions of the message's MessageSent and MessageEdited
 */
export async function redactMessage(tx: Transaction, revs: readonly number[], { sent, edited }: Redacted) {
  const carrying = (payload: StoredPayload) => JSON.stringify(payload)
  const payload = sql`case ${events.type}
    when 'MessageSent' then ${carrying({ __typename: 'MessageSent', message: sent })}
    else ${carrying({ __typename: 'MessageEdited', message: edited })} end`
  await tx
    .update(events)
    .set({ payload })
    .where(
      and(
        eq(events.conversationId, sent.conversation.id),
        inArray(events.rev, [...revs]),
        inArray(events.type, ['MessageSent', 'MessageEdited']),
      ),
    )
}
