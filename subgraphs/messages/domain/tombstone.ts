import type { Transaction } from '../../../platform/database/index.ts'
import { type MessagePayload, redactMessage } from '../../../platform/timeline/index.ts'
import { type MessageRow, toMessage } from '../store/messageRow.ts'
import { writeTombstone } from '../store/writeTombstone.ts'
import { sentMessage } from './sentMessage.ts'

/** A deletion: when, by whom (null: it expired), and the position of the MessageDeleted that tells of it. */
export interface Deletion {
  at: number
  by: string | null
  rev: number
}

/**
 * Turns a message into a tombstone everywhere: its row, its earlier texts, what belongs to it, and the events that carried
 * it, so that no position to resume from gives the text back. `tx` holds the lock on the timeline; the caller records
 * MessageDeleted at `rev`.
 */
export async function buryMessage(
  tx: Transaction,
  before: MessageRow,
  { at, by, rev }: Deletion,
): Promise<MessagePayload> {
  const version = before.version + 1
  const after: MessageRow = { ...before, text: '', version, deletedAt: at, deletedBy: by, rev, extras: remains(before) }
  const revs = await writeTombstone(tx, before, after)
  const tombstone = toMessage(after, at)
  await redactMessage(tx, revs, { sent: sentMessage(after), edited: tombstone })
  return tombstone
}

/** What stays of a tombstone: its place among the others. */
function remains({ extras }: MessageRow): MessageRow['extras'] {
  if (!extras?.replyTo && !extras?.thread) return null
  return { ...(extras.replyTo && { replyTo: extras.replyTo }), ...(extras.thread && { thread: extras.thread }) }
}
