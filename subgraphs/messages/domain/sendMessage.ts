import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import type { SendQueue } from './sendQueue.ts'
import { type SendMessageInput, validateDraft } from './validateDraft.ts'

/**
 * Appends a message to its conversation, once.
 *
 * Returns only after the commit, so the caller may show `seq` as final (I1). The same `clientMessageId` gives the first
 * message back (I2).
 * @throws Forbidden, IdempotencyConflict, InvalidInput, TextTooLong, Overloaded, Unavailable
 */
export const sendMessage = async (
  sends: SendQueue,
  sender: Identity,
  input: SendMessageInput,
): Promise<MessagePayload> => sends.enqueue(validateDraft(input, sender.userId))
