import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { findReceipt, moveDelivered, moveRead } from '../store/receipts.ts'
import { changeOwnView } from './changeOwnView.ts'
import type { Actor, Conversations } from './conversations.ts'
import { notAMember } from './permissions.ts'

/**
 * Moves the viewer's pointer to `seq`: every message up to it is read (and so delivered), or delivered. A pointer never
 * goes back, so a late or repeated call changes nothing.
 *
 * Receipts are state, not history: they take no `rev` and no lock on the timeline, since in a large group everyone reads
 * every message. What was read stands in the viewer's own log, for their other devices. Whoever tells others of it live starts
 * from what this resolves with.
 * @returns true when the pointer moved
 * @throws Forbidden     not a member, or no such conversation
 * @throws InvalidInput  `seq` is negative, or ahead of the conversation
 */
export async function moveReceipt(
  conversations: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  receipt: 'read' | 'delivered',
  input: { conversationId: string; seq: number },
): Promise<boolean> {
  const { database } = conversations
  const { seq } = input
  const conversationId = knownId(input.conversationId)
  const place = conversationId && (await findReceipt(database, conversationId, userId))
  if (!place) throw notAMember()
  if (seq < 0) throw new InvalidInput('seq must not be negative.')
  if (seq > place.lastSeq) throw new InvalidInput(`seq is ahead of the newest message, which is ${place.lastSeq}.`)
  if (receipt === 'delivered') return moveDelivered(database, conversationId, userId, seq)
  // Most calls come late or again: they begin no transaction.
  if (seq <= place.readSeq && !place.markedUnread) return false
  let moved = false
  await changeOwnView(conversations, { conversationId, userId }, async ({ tx, member }) => {
    moved = await moveRead(tx, conversationId, userId, seq)
    const read = moved && seq > member.readSeq
    return [...(read ? (['read'] as const) : []), ...(member.markedUnread ? (['settings'] as const) : [])]
  })
  return moved
}
