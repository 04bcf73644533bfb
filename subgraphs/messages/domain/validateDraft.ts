import { validate as isUuid } from 'uuid'
import { Forbidden, InvalidInput, TextTooLong } from '../../../platform/errors.ts'
import { contentHash } from './contentHash.ts'
import type { Draft } from './draft.ts'

/** Code points, counted after normalization. */
export const maxTextLength = 10_000
/** UTF-16 units before normalization: NFC shortens a text at most so far, and nobody should make us normalize megabytes. */
const maxRawLength = maxTextLength * 8

const clientMessageIdPattern = /^[A-Za-z0-9._:-]{1,64}$/
const refusedControl = /[^\P{Cc}\n\t]/u
/** Anything that leaves a mark: neither white space nor an invisible format character. */
const visible = /[^\s\p{Z}\p{Cf}]/u

export interface SendMessageInput {
  conversationId: string
  clientMessageId: string
  text: string
}

/**
 * Makes a draft of a request to send.
 * @throws Forbidden     the conversation's id can't be one: answered as for an unknown conversation
 * @throws InvalidInput  the clientMessageId or the text holds what it may not
 * @throws TextTooLong   more than 10,000 code points
 */
export function validateDraft(input: SendMessageInput, senderId: string): Draft {
  const { conversationId, clientMessageId } = input
  if (!isUuid(conversationId)) throw new Forbidden('The viewer is not a member of this conversation.')
  if (!clientMessageIdPattern.test(clientMessageId)) {
    throw new InvalidInput('clientMessageId must be 1 to 64 characters: letters, digits, `-`, `_`, `.` and `:`.')
  }
  const text = validText(input.text)
  return { conversationId, senderId, clientMessageId, text, contentHash: contentHash({ text }) }
}

function validText(raw: string): string {
  if (raw.length > maxRawLength) throw tooLong()
  if (!raw.isWellFormed()) throw new InvalidInput('text holds half of a surrogate pair: it is not Unicode text.')
  if (refusedControl.test(raw)) {
    throw new InvalidInput('text holds a control character: only line breaks (U+000A) and tabs are allowed.')
  }
  if (!visible.test(raw)) throw new InvalidInput('text is empty, or only white space.')
  const text = raw.normalize('NFC')
  if (text.length > maxTextLength && [...text].length > maxTextLength) throw tooLong()
  return text
}

const tooLong = () => new TextTooLong(`text is longer than ${maxTextLength} characters.`)
