import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { append, lockTimelines } from '../../../platform/timeline/index.ts'
import { isBlocked, removeBlock, setBlocked, writeBlock } from '../store/directBlocks.ts'
import { awaitDirectPair } from '../store/directPairs.ts'
import type { Actor, Conversations } from './conversations.ts'
import { writingChanged } from './events.ts'

/**
 * Says that the actor blocks a user, or no longer does. Once it resolves, no message is taken in their direct conversation,
 * either way, while one of the two blocks the other (as I6): it is written under the lock that sends hold. Also where there is
 * none yet: who opens it at the same moment either sees the block, or is waited for. Again is the same. Where it changes whether
 * the two may write, their conversation's log tells it.
 * @throws InvalidInput  no user's id, or the actor's
 */
export async function setDirectBlock(
  { database, publisher, now }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  input: { userId: string; blocked: boolean },
): Promise<void> {
  const other = knownId(input.userId)
  if (!other || other === userId) throw new InvalidInput('userId: another user is expected.')
  const events = await database.transaction(async (tx) => {
    if (input.blocked) await writeBlock(tx, userId, other)
    else await removeBlock(tx, userId, other)
    const conversationId = await awaitDirectPair(tx, [userId, other])
    const head = conversationId && (await lockTimelines(tx, [conversationId])).get(conversationId)
    if (!head) return []
    const blocked = input.blocked || (await isBlocked(tx, [userId, other]))
    if (!(await setBlocked(tx, conversationId, blocked))) return []
    return append(tx, [{ head, events: [writingChanged(!blocked)] }], now())
  })
  publisher.publish(events)
}
