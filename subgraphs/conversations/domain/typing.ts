import type { StateEvent } from '../../../platform/events/stateEvent.ts'
import { knownId } from '../../../platform/input/index.ts'
import { consume } from '../../../platform/rateLimits/index.ts'
import { stateOpening, type StateOpening } from '../../../platform/subgraph/index.ts'
import { findBlockedMembers } from '../store/directBlocks.ts'
import { findStanding } from '../store/standing.ts'
import type { Actor, Conversations } from './conversations.ts'
import { TYPING_MS } from './limits.ts'
import { tellState } from './live.ts'
import { notAMember, requirePermission } from './permissions.ts'

const typingKey = (conversationId: string) => `typing:${conversationId}`
/** The same text as `@liveState(topic:)` gives in the SDL. */
const typingTopic = (conversationId: string) => `typing:${conversationId}`

/**
 * Says that the actor types, or does so no more. It ends by itself. In a direct conversation with somebody who blocks the
 * actor, or whom they block, nobody is told, and neither is the actor.
 * @throws Forbidden    not a member, or one that may only read
 * @throws RateLimited  more often than `typingRate`
 * @throws Unavailable  the store or pub/sub cannot be reached
 */
export async function setTyping(
  { database, live }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  { conversationId: given, isTyping }: { conversationId: string; isTyping: boolean },
): Promise<void> {
  await consume(live.typingLimiter, userId, 'Say that you type every few seconds, not more often.')
  const conversationId = knownId(given)
  const standing = conversationId && (await findStanding(database, conversationId, userId))
  if (!standing) throw notAMember()
  requirePermission(standing, standing.role, 'write')
  if (standing.blocked) return
  const { at } = isTyping
    ? await live.kv.setField(typingKey(conversationId), userId, '1', TYPING_MS)
    : await live.kv.deleteField(typingKey(conversationId), userId)
  await tellState(live, typingState(conversationId, userId, at, isTyping ? TYPING_MS : undefined))
}

/**
 * Who types now, for a member. Those whom the member blocks, or who block them, are withheld: then and afterwards.
 * @throws Forbidden  not a member, or no such conversation
 */
export async function openTyping(
  { database, live }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  given: string,
): Promise<StateOpening> {
  const conversationId = knownId(given)
  // Written otherwise, it names another topic.
  if (conversationId !== given || !(await findStanding(database, conversationId, userId))) throw notAMember()
  const blocked = new Set(await findBlockedMembers(database, conversationId, userId))
  const { at, fields } = await live.kv.readFields([typingKey(conversationId)])
  const typing = [...fields[0]!].filter(([id]) => !blocked.has(id))
  return stateOpening([
    ...typing.map(([id, { leftMs }]) => typingState(conversationId, id, at, leftMs)),
    ...[...blocked].map((id) => ({ ...typingState(conversationId, id, at, undefined), withheld: true })),
  ])
}

/** `lastsMs` undefined: typing has ended. */
function typingState(conversationId: string, userId: string, rev: number, lastsMs: number | undefined): StateEvent {
  const change = (isTyping: boolean) => ({
    __typename: 'TypingChange',
    conversation: { __typename: 'Conversation', id: conversationId },
    user: { __typename: 'User', id: userId },
    isTyping,
  })
  const state = { topic: typingTopic(conversationId), key: userId, rev }
  if (lastsMs === undefined) return { ...state, payload: change(false) }
  return { ...state, payload: change(true), lastsMs, then: change(false) }
}
