import type { Database } from '../../../platform/database/index.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { hideMessage } from '../store/hiddenMessages.ts'
import { toMessage } from '../store/messageRow.ts'
import { changeMessage, type Changes, noSuchMessage } from './changeTimeline.ts'
import type { History } from './history.ts'
import { requireSenderOrModerator } from './permissions.ts'
import { buryMessage } from './tombstone.ts'

/**
 * Deletes a message for all. Again is the same.
 * @throws Forbidden  neither the sender nor a moderator, or no longer a member
 */
export const deleteMessage = (changes: Changes, viewer: Identity, messageId: string): Promise<MessagePayload> =>
  changeMessage(changes, viewer, messageId, async (change) => {
    const { message, standing, viewerId, at, nextRev } = change
    requireSenderOrModerator(standing, viewerId, message.senderId)
    if (message.deletedAt !== null) return toMessage(message, at)
    const tombstone = await buryMessage(change.tx, message, { at, by: viewerId, rev: nextRev })
    change.record({ __typename: 'MessageDeleted', message: tombstone })
    return tombstone
  })

/**
 * Deletes a message for the viewer alone: nobody else learns of it. Again is the same.
 * @throws Forbidden  no such message for the viewer
 */
export async function deleteMessageForMe(
  database: Database,
  history: History,
  viewer: Identity,
  messageId: string,
): Promise<MessagePayload> {
  const message = await history.message(messageId)
  if (!message) throw noSuchMessage()
  await hideMessage(database, viewer.userId, { conversationId: message.conversation.id, seq: message.seq })
  return message
}
