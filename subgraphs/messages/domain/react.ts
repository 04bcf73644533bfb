import { LimitExceeded, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { isGone, messageRef, toMessage, userRef } from '../store/messageRow.ts'
import { insertReaction, readReactions, removeReaction } from '../store/reactions.ts'
import { changeMessage, type Changes, type MessageChange } from './changeTimeline.ts'
import { requireContact } from './permissions.ts'
import { checkedEmoji } from './emoji.ts'

/** Different emoji under one message. */
export const maxEmoji = 20

export interface ReactionInput {
  messageId: string
  emoji: string
}

/**
 * Adds the viewer's reaction. Again is the same.
 * @throws Forbidden      no such message for the viewer
 * @throws NotFound       it was deleted
 * @throws NotContactable  in a direct conversation where one blocks the other
 * @throws LimitExceeded  it has 20 different emoji, and this is another
 * @throws InvalidInput   no emoji
 */
export function addReaction(changes: Changes, viewer: Identity, input: ReactionInput): Promise<MessagePayload> {
  const emoji = checkedEmoji(input.emoji)
  return changeMessage(changes, viewer, input.messageId, async (change) => {
    const { message, tx, viewerId, at } = change
    if (isGone(message, at)) throw new NotFound('The message was deleted.')
    const present = await readReactions(tx, viewerId, [message])
    const same = present.find((reaction) => reaction.emoji === emoji)
    if (same?.mine) return toMessage(message, at)
    requireContact(change.standing)
    if (!same && present.length >= maxEmoji) {
      throw new LimitExceeded(`A message has at most ${maxEmoji} different emoji.`)
    }
    const { conversationId, seq } = message
    await insertReaction(tx, { conversationId, seq, emoji, userId: viewerId, createdAt: at })
    recordChange(change, { emoji, added: true, count: (same?.count ?? 0) + 1 })
    return toMessage(message, at)
  })
}

/**
 * Takes the viewer's reaction back. One that is not there is the same.
 * @throws Forbidden     no such message for the viewer
 * @throws InvalidInput  no emoji
 */
export function takeReaction(changes: Changes, viewer: Identity, input: ReactionInput): Promise<MessagePayload> {
  const emoji = checkedEmoji(input.emoji)
  return changeMessage(changes, viewer, input.messageId, async (change) => {
    const { message, tx, viewerId, at } = change
    const same = (await readReactions(tx, viewerId, [message])).find((reaction) => reaction.emoji === emoji)
    if (!same?.mine) return toMessage(message, at)
    const { conversationId, seq } = message
    await removeReaction(tx, { conversationId, seq, emoji, userId: viewerId })
    recordChange(change, { emoji, added: false, count: same.count - 1 })
    return toMessage(message, at)
  })
}

function recordChange(
  { message, viewerId, record }: MessageChange,
  what: { emoji: string; added: boolean; count: number },
): void {
  const user = userRef(viewerId)
  record({ __typename: 'ReactionChanged', message: messageRef(message.conversationId, message), user, ...what })
}
