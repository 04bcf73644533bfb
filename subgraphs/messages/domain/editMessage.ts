import { Forbidden, LimitExceeded, NotFound, VersionConflict } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessageExtras, MessagePayload } from '../../../platform/timeline/index.ts'
import { replaceMentions } from '../store/mentions.ts'
import { isGone, type MessageRow, toMessage } from '../store/messageRow.ts'
import { updateSearch } from '../store/messageSearch.ts'
import { readSenders } from '../store/readSenders.ts'
import { writeEdit } from '../store/writeEdit.ts'
import { changeMessage, type Changes, type MessageChange } from './changeTimeline.ts'
import { findable } from './searchedText.ts'
import { requireContact } from './permissions.ts'
import { checkedMentions, type Mentions, type MentionsInput, sameMentions } from './mentions.ts'
import { refusalOfMentions } from './settleExtras.ts'
import { messageText } from './validateDraft.ts'

/** Earlier texts that a message keeps at most. */
export const maxEdits = 100

export interface EditMessageInput extends MentionsInput {
  messageId: string
  text: string
  expectedVersion?: number | null
}

/** A text, and whom it mentions; unset, those mentioned before. */
interface Wording {
  text: string
  mentions: Mentions | undefined
}

/**
 * Replaces a message's text, and keeps the one before. A message that has this text already is given back as it is, so a
 * retry changes nothing.
 * @throws Forbidden        not the sender, or no longer a member, or it was forwarded
 * @throws NotFound         it was deleted
 * @throws NotContactable   in a direct conversation where one blocks the other
 * @throws VersionConflict  `expectedVersion` is not the message's version
 * @throws LimitExceeded    100 edits, or more than 50 mentions
 * @throws InvalidInput, TextTooLong  the text, or who is mentioned
 */
export async function editMessage(
  changes: Changes,
  editor: Identity,
  input: EditMessageInput,
): Promise<MessagePayload> {
  const mentions = givenMentions(input)
  return changeMessage(changes, editor, input.messageId, async (change) => {
    const { message: before, at, tx, nextRev } = change
    const wording: Wording = { text: messageText(input.text, before.extras?.attachments !== undefined), mentions }
    requireEditable(change)
    if (isWordedSo(before, wording)) return toMessage(before, at)
    requireContact(change.standing)
    requireRoom(before, input.expectedVersion ?? undefined)
    await requireMentionable(change, wording)
    const { text } = wording
    const extras = reworded(before.extras, wording)
    const after: MessageRow = { ...before, text, extras, version: before.version + 1, editedAt: at, rev: nextRev }
    await writeEdit(tx, before, after)
    await updateSearch(tx, findable(after))
    if (wording.mentions) await replaceMentions(tx, after)
    const message = toMessage(after, at)
    change.record({ __typename: 'MessageEdited', message })
    return message
  })
}

const givenMentions = (input: MentionsInput) =>
  input.mentions || typeof input.mentionsEveryone === 'boolean' ? checkedMentions(input) : undefined

const isWordedSo = ({ text, extras }: MessageRow, wording: Wording): boolean =>
  text === wording.text && (!wording.mentions || sameMentions(extras, wording.mentions))

function reworded(before: MessageExtras | null, { mentions }: Wording): MessageExtras | null {
  if (!mentions) return before
  const rest = { ...before }
  delete rest.mentions
  delete rest.mentionsEveryone
  const extras = { ...rest, ...mentions }
  return Object.keys(extras).length === 0 ? null : extras
}

async function requireMentionable(change: MessageChange, { mentions }: Wording): Promise<void> {
  if (!mentions) return
  const { conversationId, extras } = change.message
  // Who is mentioned already stays so, also when they are no member any more.
  const kept = new Set(extras?.mentions)
  const users = mentions.mentions?.filter((id) => !kept.has(id)) ?? []
  const rows = users.length > 0 ? await readSenders(change.tx, new Map([[conversationId, new Set(users)]])) : []
  const members = new Set(rows.map(({ userId }) => userId))
  const standingOf = (_conversationId: string, userId: string) => members.has(userId) || kept.has(userId) || undefined
  const refusal = refusalOfMentions({ conversationId, ...mentions }, { standingOf }, change.standing)
  if (refusal) throw refusal
}

function requireEditable({ message, viewerId, at }: MessageChange): void {
  if (message.senderId !== viewerId) throw new Forbidden('Only its sender may edit a message.')
  if (message.extras?.forwarded) throw new Forbidden('A forwarded message cannot be edited.')
  if (isGone(message, at)) throw new NotFound('The message was deleted.')
}

function requireRoom({ version }: MessageRow, expected: number | undefined): void {
  if (expected !== undefined && expected !== version) {
    throw new VersionConflict(`The message is at version ${version}, not ${expected}.`)
  }
  if (version > maxEdits) throw new LimitExceeded(`A message can be edited ${maxEdits} times.`)
}
