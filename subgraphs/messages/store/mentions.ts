import { tables, type Transaction } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageRow } from './messageRow.ts'

const { mentions } = tables

/** Stands for everyone. */
export const everyone = '*'

/** Writes who is mentioned in these messages, in one statement; none where nobody is. */
export async function insertMentions(tx: Transaction, rows: readonly MessageRow[]): Promise<void> {
  const values = rows.flatMap(({ conversationId, seq, extras }) => {
    const users = [...(extras?.mentions ?? []), ...(extras?.mentionsEveryone ? [everyone] : [])]
    return users.map((userId) => ({ conversationId, seq, userId }))
  })
  if (values.length > 0) await tx.insert(mentions).values(values)
}

/** Writes them anew after an edit. */
export async function replaceMentions(tx: Transaction, row: MessageRow): Promise<void> {
  await tx.delete(mentions).where(ofMessages(mentions, [row]))
  await insertMentions(tx, [row])
}
