import { Forbidden, LimitExceeded, NotFound, VersionConflict } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { isGone, type MessageRow, toMessage } from '../store/messageRow.ts'
import { writeEdit } from '../store/writeEdit.ts'
import { changeMessage, type Changes, type MessageChange } from './changeTimeline.ts'
import { messageText } from './validateDraft.ts'

/** Earlier texts that a message keeps at most. */
export const maxEdits = 100

export interface EditMessageInput {
  messageId: string
  text: string
  expectedVersion?: number | null
}

/**
 * Replaces a message's text, and keeps the one before. A message that has this text already is given back as it is, so a
 * retry changes nothing.
 * @throws Forbidden        not the sender, or no longer a member
 * @throws NotFound         it was deleted
 * @throws VersionConflict  `expectedVersion` is not the message's version
 * @throws LimitExceeded    100 edits
 * @throws InvalidInput, TextTooLong  the text
 */
export async function editMessage(
  changes: Changes,
  editor: Identity,
  input: EditMessageInput,
): Promise<MessagePayload> {
  const text = messageText(input.text)
  return changeMessage(changes, editor, input.messageId, async (change) => {
    const { message: before, at, tx, nextRev } = change
    requireEditable(change)
    if (before.text === text) return toMessage(before, at)
    requireRoom(before, input.expectedVersion ?? undefined)
    const after: MessageRow = { ...before, text, version: before.version + 1, editedAt: at, rev: nextRev }
    await writeEdit(tx, before, after)
    const message = toMessage(after, at)
    change.record({ __typename: 'MessageEdited', message })
    return message
  })
}

function requireEditable({ message, viewerId, at }: MessageChange): void {
  if (message.senderId !== viewerId) throw new Forbidden('Only its sender may edit a message.')
  if (isGone(message, at)) throw new NotFound('The message was deleted.')
}

function requireRoom({ version }: MessageRow, expected: number | undefined): void {
  if (expected !== undefined && expected !== version) {
    throw new VersionConflict(`The message is at version ${version}, not ${expected}.`)
  }
  if (version > maxEdits) throw new LimitExceeded(`A message can be edited ${maxEdits} times.`)
}
