import { LimitExceeded } from '../../../platform/errors.ts'
import type { StateEvent } from '../../../platform/events/stateEvent.ts'
import { knownId } from '../../../platform/input/index.ts'
import { stateOpening, type StateOpening } from '../../../platform/subgraph/index.ts'
import { readReceipt, readReceipts, type Pointers } from '../store/receiptStates.ts'
import { findStanding } from '../store/standing.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_LIVE_RECEIPTS } from './limits.ts'
import { tellState } from './live.ts'
import { notAMember } from './permissions.ts'

/** The same text as `@liveState(topic:)` gives in the SDL. */
const receiptsTopic = (conversationId: string) => `receipts:${conversationId}`

/**
 * How far everyone has come, for a member.
 * @throws Forbidden      not a member, or no such conversation
 * @throws LimitExceeded  the conversation has too many members
 */
export async function openReceipts(
  { database }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  given: string,
): Promise<StateOpening> {
  const conversationId = knownId(given)
  // Written otherwise, it names another topic.
  const standing = conversationId === given && (await findStanding(database, given, userId))
  if (!conversationId || !standing) throw notAMember()
  if (standing.memberCount > MAX_LIVE_RECEIPTS) {
    throw new LimitExceeded(`Receipts are told live where there are at most ${MAX_LIVE_RECEIPTS} members.`)
  }
  const all = await readReceipts(database, conversationId, MAX_LIVE_RECEIPTS)
  return stateOpening(all.map((pointers) => receiptState(conversationId, pointers)))
}

/** Tells that a member's pointers have moved. What is told is what stands now, whoever moved them at the same time. */
export async function tellReceipt({ database, live }: Conversations, conversationId: string, userId: string) {
  try {
    const pointers = await readReceipt(database, conversationId, userId)
    if (pointers && pointers.memberCount <= MAX_LIVE_RECEIPTS)
      await tellState(live, receiptState(conversationId, pointers))
  } catch (error) {
    live.warn({ error }, 'a receipt was not told live: the next one, or the next opening, makes good for it')
  }
}

/** Pointers only go forward, so their sum tells the newer of two states. */
const receiptState = (conversationId: string, { userId, readSeq, deliveredSeq }: Pointers): StateEvent => ({
  topic: receiptsTopic(conversationId),
  key: userId,
  rev: readSeq + deliveredSeq,
  payload: {
    __typename: 'ReceiptChange',
    conversation: { __typename: 'Conversation', id: conversationId },
    user: { __typename: 'User', id: userId },
    readSeq,
    deliveredSeq,
  },
})
