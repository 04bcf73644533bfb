import { Forbidden, InvalidInput, TextTooLong } from '../../../platform/errors.ts'
import { checkedText, knownId } from '../../../platform/input/index.ts'
import { contentHash } from './contentHash.ts'
import type { Draft } from './draft.ts'

/** Code points of a message's text. */
export const maxTextLength = 10_000

const textLimits = { min: 1, max: maxTextLength, multiline: true, tooLong: TextTooLong }
const clientMessageIdPattern = /^[A-Za-z0-9._:-]{1,64}$/

export interface SendMessageInput {
  conversationId: string
  clientMessageId: string
  text: string
}

/**
 * A message's text as it is stored.
 * @throws InvalidInput, TextTooLong
 */
export const messageText = (given: string): string => checkedText('text', given, textLimits)

/**
 * Makes a draft of a request to send.
 * @throws Forbidden     the conversation's id can't be one: answered as for an unknown conversation
 * @throws InvalidInput  the clientMessageId or the text holds what it may not
 * @throws TextTooLong   more than 10,000 code points
 */
export function validateDraft(input: SendMessageInput, senderId: string): Draft {
  const { clientMessageId } = input
  const conversationId = knownId(input.conversationId)
  if (!conversationId) throw new Forbidden('The viewer is not a member of this conversation.')
  if (!clientMessageIdPattern.test(clientMessageId)) {
    throw new InvalidInput('clientMessageId must be 1 to 64 characters: letters, digits, `-`, `_`, `.` and `:`.')
  }
  const text = messageText(input.text)
  return { conversationId, senderId, clientMessageId, text, contentHash: contentHash({ text }) }
}
