import { InvalidInput, LimitExceeded } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { countPinned, updateSettings as write, type Settings } from '../store/settings.ts'
import { changeOwnView } from './changeOwnView.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_PINNED } from './limits.ts'
import { notAMember } from './permissions.ts'

/**
 * Changes how the viewer keeps a conversation; what is left out stays. Theirs alone, so only
 * their own log tells of it. Two devices that pin at once may go one over the limit: it keeps the top of the inbox short, no more.
 * @throws Forbidden      not a member, or no such conversation
 * @throws InvalidInput   a mute that has ended already
 * @throws LimitExceeded  MAX_PINNED conversations are pinned
 */
export async function updateSettings(
  conversations: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  given: string,
  settings: Partial<Settings>,
): Promise<void> {
  const conversationId = knownId(given)
  if (!conversationId) throw notAMember()
  if (settings.mutedUntil && settings.mutedUntil <= conversations.now()) {
    throw new InvalidInput('mutedUntil: a moment in the future, or null.')
  }
  await changeOwnView(conversations, { conversationId, userId }, async ({ tx, member }) => {
    if (settings.pinned && !member.pinned && (await countPinned(tx, userId)) >= MAX_PINNED) {
      throw new LimitExceeded(`At most ${MAX_PINNED} conversations are pinned: unpin one first.`)
    }
    if (Object.keys(settings).length === 0) return []
    await write(tx, conversationId, userId, settings)
    return ['settings']
  })
}
