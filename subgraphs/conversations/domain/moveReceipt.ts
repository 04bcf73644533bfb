import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { findReceipt, moveDelivered, moveRead } from '../store/receipts.ts'
import type { Actor, Conversations } from './conversations.ts'
import { notAMember } from './permissions.ts'

const moves = { read: moveRead, delivered: moveDelivered }

/**
 * Moves the viewer's pointer to `seq`: every message up to it is read (and so delivered), or delivered. A pointer never
 * goes back, so a late or repeated call changes nothing.
 *
 * Receipts are state, not history: they take no `rev` and no lock on the timeline, since in a large group everyone reads
 * every message. Whoever tells others of them live starts from what this resolves with.
 * @returns true when the pointer moved
 * @throws Forbidden     not a member, or no such conversation
 * @throws InvalidInput  `seq` is negative, or ahead of the conversation
 */
export async function moveReceipt(
  { database }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  receipt: keyof typeof moves,
  input: { conversationId: string; seq: number },
): Promise<boolean> {
  const { seq } = input
  const conversationId = knownId(input.conversationId)
  const place = conversationId && (await findReceipt(database, conversationId, userId))
  if (!place) throw notAMember()
  if (seq < 0) throw new InvalidInput('seq must not be negative.')
  if (seq > place.lastSeq) throw new InvalidInput(`seq is ahead of the newest message, which is ${place.lastSeq}.`)
  return moves[receipt](database, conversationId, userId, seq)
}
