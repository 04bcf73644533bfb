import { v7 as uuidv7 } from 'uuid'
import type { Database, Transaction } from '../../../platform/database/index.ts'
import { IdempotencyConflict, InvalidInput, LimitExceeded, NotFound, ParleyError } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import { holdFiles, releaseFiles } from '../store/files/heldFiles.ts'
import {
  insertScheduled,
  readScheduled,
  readWaiting,
  removeScheduled,
  type ScheduledRow,
} from '../store/scheduledMessages.ts'
import { changeTimeline, type Changes } from './changeTimeline.ts'
import { UNUSED_MS } from './files/index.ts'
import { refusalToWrite } from './permissions.ts'
import { readGround } from './readGround.ts'
import { settleExtras } from './settleExtras.ts'
import { type SendMessageInput, validateDraft } from './validateDraft.ts'

/** Messages that one sender may have waiting in one conversation. */
export const maxScheduled = 100
const maxAheadMs = 365 * 24 * 60 * 60 * 1000

/**
 * Has a message sent later. The same `clientMessageId` gives the first one back, also when it was sent meanwhile (I2). What a send would refuse now is refused now, not
 * when its time comes; its files are held until then.
 * @throws Forbidden            not an active member, or may not write there
 * @throws LimitExceeded        100 wait in this conversation already
 * @throws IdempotencyConflict  the clientMessageId waits with other content or for another time, or is that of a message that was sent otherwise
 * @throws InvalidInput         `sendAt` is past, or more than a year ahead
 * @throws InvalidInput, NotFound, TextTooLong, LimitExceeded, UploadIncomplete  as for a send
 */
export function scheduleMessage(
  changes: Changes,
  sender: Identity,
  { sendAt, ...input }: SendMessageInput & { sendAt: Date },
): Promise<ScheduledRow> {
  const given = validateDraft(input, sender.userId)
  const { conversationId, senderId, clientMessageId, ...draft } = given
  const at = sendAt.getTime()
  const ahead = at - Date.now()
  return changeTimeline(changes, sender, conversationId, async ({ tx, head, standing }) => {
    const refusal = refusalToWrite(standing)
    if (refusal) throw refusal
    const waiting = await readWaiting(tx, given)
    const same = waiting.find((row) => row.clientMessageId === clientMessageId)
    const isSame = same?.draft.contentHash === draft.contentHash && same.sendAt === at
    if (same && !isSame) {
      throw new IdempotencyConflict(`clientMessageId ${clientMessageId} was scheduled here with other content.`)
    }
    if (same && same.state !== 'SENT') return same
    const ground = await readGround(tx, new Map([[conversationId, head]]), [given])
    const [sent] = ground.earlier.values()
    // What it said is in the message alone.
    if (same) return { ...same, draft: { ...draft, ...(sent && { files: sent.message.attachments ?? [] }) } }
    if (sent) {
      throw new IdempotencyConflict(`clientMessageId ${clientMessageId} is that of a message that was sent here.`)
    }
    // After the look-ups: a retry may come when the time is over.
    if (ahead <= 0 || ahead > maxAheadMs) throw new InvalidInput('sendAt must be ahead, by a year at most.')
    if (waiting.length >= maxScheduled) {
      throw new LimitExceeded(`At most ${maxScheduled} messages wait in one conversation. Cancel one first.`)
    }
    const extras = settleExtras(given, ground, standing)
    if (extras instanceof ParleyError) throw extras
    const files = extras?.attachments
    await holdFiles(tx, given.attachmentIds ?? [])
    const place = {
      id: uuidv7(),
      conversationId,
      senderId,
      clientMessageId,
      draft: { ...draft, ...(files && { files }) },
    }
    const row: ScheduledRow = { ...place, sendAt: at, state: 'WAITING', failure: null, createdAt: Date.now() }
    await insertScheduled(tx, row)
    return row
  })
}

/**
 * Takes a message back that waits, or that could not be sent. Resolves with its id. Its files wait for another message.
 * @throws NotFound  none of the viewer's waits under this id: it was sent, is being sent, or never was there
 */
export async function cancelScheduled(database: Database, viewer: Identity, given: string): Promise<string> {
  const id = knownId(given)
  const removed = id && (await database.transaction((tx) => takeBack(tx, viewer.userId, id)))
  if (!removed) throw new NotFound('No message waits under this id. It may have been sent.')
  return removed.id
}

async function takeBack(tx: Transaction, senderId: string, id: string): Promise<ScheduledRow | undefined> {
  const row = await removeScheduled(tx, senderId, id)
  // One that failed has let its files go already: another message may have them.
  const files = row?.state === 'WAITING' ? (row.draft.attachmentIds ?? []) : []
  await releaseFiles(tx, senderId, files, Date.now() + UNUSED_MS)
  return row
}

const cursor = createCursor(['number', 'string'])

/** @throws InvalidInput  the page */
export async function listScheduled(
  database: Database,
  viewer: Identity,
  { conversationId, ...args }: PageArguments & { conversationId?: string | null },
): Promise<Connection<ScheduledRow>> {
  const page = requestedPage(args, cursor, { size: 20 })
  const of = { senderId: viewer.userId, ...(conversationId && { conversationId: knownId(conversationId) ?? '' }) }
  const rows = await readScheduled(database, of, page)
  return connectionOf(rows, page, cursor, ({ sendAt, id }) => [sendAt, id])
}
