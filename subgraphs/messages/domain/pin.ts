import { LimitExceeded, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { isGone, messageRef, toMessage, userRef } from '../store/messageRow.ts'
import { countPins, insertPin, readPins, removePin } from '../store/pins.ts'
import { changeMessage, type Changes } from './changeTimeline.ts'
import { requireContact, requirePinner } from './permissions.ts'

/** Pinned messages of one conversation. */
export const maxPins = 50

/**
 * Pins a message. Again is the same.
 * @throws Forbidden      no such message for the viewer, or their role may not pin
 * @throws NotFound       it was deleted
 * @throws NotContactable  in a direct conversation where one blocks the other
 * @throws LimitExceeded  50 are pinned
 */
export const pinMessage = (changes: Changes, viewer: Identity, messageId: string): Promise<MessagePayload> =>
  changeMessage(changes, viewer, messageId, async ({ tx, message, standing, viewerId, at, record }) => {
    requirePinner(standing)
    if (isGone(message, at)) throw new NotFound('The message was deleted.')
    const told = toMessage(message, at)
    if ((await readPins(tx, [message])).length > 0) return told
    const { conversationId, seq } = message
    requireContact(standing)
    if ((await countPins(tx, conversationId)) >= maxPins) {
      throw new LimitExceeded(`A conversation has at most ${maxPins} pinned messages. Unpin one first.`)
    }
    await insertPin(tx, { conversationId, seq, pinnedBy: viewerId, pinnedAt: at })
    record({ __typename: 'MessagePinned', message: messageRef(conversationId, message), actor: userRef(viewerId) })
    return told
  })

/**
 * Unpins a message. One that is not pinned is the same.
 * @throws Forbidden  no such message for the viewer, or their role may not pin
 */
export const unpinMessage = (changes: Changes, viewer: Identity, messageId: string): Promise<MessagePayload> =>
  changeMessage(changes, viewer, messageId, async ({ tx, message, standing, viewerId, at, record }) => {
    requirePinner(standing)
    const told = toMessage(message, at)
    if ((await readPins(tx, [message])).length === 0) return told
    await removePin(tx, message)
    const ref = messageRef(message.conversationId, message)
    record({ __typename: 'MessageUnpinned', message: ref, actor: userRef(viewerId) })
    return told
  })
