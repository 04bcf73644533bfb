import { Forbidden, InvalidInput, NotFound, TextTooLong } from '../../../platform/errors.ts'
import { checkedText, knownId } from '../../../platform/input/index.ts'
import { contentHash } from './contentHash.ts'
import type { Draft } from './draft.ts'
import { checkedAttachments } from './files/attachedFiles.ts'
import { checkedExpiry } from './expiry.ts'
import { checkedMentions, type MentionsInput } from './mentions.ts'

/** Code points of a message's text. */
export const maxTextLength = 10_000

const textLimits = { min: 1, max: maxTextLength, multiline: true, tooLong: TextTooLong }
const clientMessageIdPattern = /^[A-Za-z0-9._:-]{1,64}$/

export interface SendMessageInput extends MentionsInput {
  conversationId: string
  clientMessageId: string
  text: string
  replyToId?: string | null
  threadRootId?: string | null
  attachmentIds?: readonly string[] | null
  expireAfterSeconds?: number | null
}

/**
 * A message's text as it is stored. Where there are files, there may be none.
 * @throws InvalidInput, TextTooLong
 */
export const messageText = (given: string, hasFiles = false): string =>
  hasFiles && given.trim() === '' ? '' : checkedText('text', given, textLimits)

/**
 * Makes a draft of a request to send.
 * @throws Forbidden     the conversation's id can't be one: answered as for an unknown conversation
 * @throws InvalidInput  the clientMessageId or the text holds what it may not
 * @throws NotFound      a message answered, or an upload, can't be one
 * @throws TextTooLong   more than 10,000 code points
 * @throws LimitExceeded more than 50 mentions, or more than 10 files
 */
export function validateDraft(input: SendMessageInput, senderId: string): Draft {
  const place = placeOf(input, senderId)
  const attachmentIds = checkedAttachments(input.attachmentIds)
  const content = {
    text: messageText(input.text, attachmentIds !== undefined),
    ...optional('replyToId', messageId('replyToId', input.replyToId)),
    ...optional('threadRootId', messageId('threadRootId', input.threadRootId)),
    ...optional('attachmentIds', attachmentIds),
    ...checkedMentions(input),
    ...optional('expireAfterMs', checkedExpiry(input.expireAfterSeconds)),
  }
  return { ...place, ...content, contentHash: contentHash(content) }
}

/** Where a message goes, from whom, and under which id of the client's. */
export function placeOf(
  input: Pick<SendMessageInput, 'conversationId' | 'clientMessageId'>,
  senderId: string,
): Pick<Draft, 'conversationId' | 'senderId' | 'clientMessageId'> {
  const { clientMessageId } = input
  const conversationId = knownId(input.conversationId)
  if (!conversationId) throw new Forbidden('The viewer is not a member of this conversation.')
  if (!clientMessageIdPattern.test(clientMessageId)) {
    throw new InvalidInput('clientMessageId must be 1 to 64 characters: letters, digits, `-`, `_`, `.` and `:`.')
  }
  return { conversationId, senderId, clientMessageId }
}

function messageId(field: string, given: string | null | undefined): string | undefined {
  if (given === undefined || given === null) return undefined
  const id = knownId(given)
  if (!id) throw new NotFound(`${field} names no message of this conversation.`)
  return id
}

/** A key that is there only where it has a value. */
const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
