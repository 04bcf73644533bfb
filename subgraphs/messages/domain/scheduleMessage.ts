import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../platform/database/index.ts'
import { IdempotencyConflict, InvalidInput, LimitExceeded, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import {
  insertScheduled,
  readScheduled,
  readWaiting,
  removeScheduled,
  type ScheduledRow,
} from '../store/scheduledMessages.ts'
import { changeTimeline, type Changes } from './changeTimeline.ts'
import { refusalToWrite } from './permissions.ts'
import { type SendMessageInput, validateDraft } from './validateDraft.ts'

/** Messages that one sender may have waiting in one conversation. */
export const maxScheduled = 100
const maxAheadMs = 365 * 24 * 60 * 60 * 1000

/**
 * Has a message sent later. The same `clientMessageId` gives the first one back.
 * @throws Forbidden            not an active member, or may not write there
 * @throws LimitExceeded        100 wait in this conversation already
 * @throws IdempotencyConflict  the clientMessageId waits with other content or for another time
 * @throws InvalidInput         `sendAt` is past, or more than a year ahead
 * @throws InvalidInput, NotFound, TextTooLong, LimitExceeded  as for a send
 */
export function scheduleMessage(
  changes: Changes,
  sender: Identity,
  { sendAt, ...input }: SendMessageInput & { sendAt: Date },
): Promise<ScheduledRow> {
  const { conversationId, senderId, clientMessageId, ...draft } = validateDraft(input, sender.userId)
  const at = sendAt.getTime()
  const ahead = at - Date.now()
  return changeTimeline(changes, sender, conversationId, async ({ tx, standing }) => {
    const refusal = refusalToWrite(standing)
    if (refusal) throw refusal
    const waiting = await readWaiting(tx, senderId, conversationId)
    const same = waiting.find((row) => row.clientMessageId === clientMessageId)
    if (same) {
      if (same.draft.contentHash === draft.contentHash && same.sendAt === at) return same
      throw new IdempotencyConflict(`clientMessageId ${clientMessageId} waits here with other content.`)
    }
    // After the look-up: a retry may come when the time is over.
    if (ahead <= 0 || ahead > maxAheadMs) throw new InvalidInput('sendAt must be ahead, by a year at most.')
    if (waiting.length >= maxScheduled) {
      throw new LimitExceeded(`At most ${maxScheduled} messages wait in one conversation. Cancel one first.`)
    }
    const place = { id: uuidv7(), conversationId, senderId, clientMessageId }
    const row: ScheduledRow = { ...place, draft, sendAt: at, state: 'WAITING', failure: null, createdAt: Date.now() }
    await insertScheduled(tx, row)
    return row
  })
}

/**
 * Takes a message back that waits, or that could not be sent. Resolves with its id.
 * @throws NotFound  none of the viewer's waits under this id: it was sent, is being sent, or never was there
 */
export async function cancelScheduled(database: Database, viewer: Identity, given: string): Promise<string> {
  const id = knownId(given)
  if (!id || !(await removeScheduled(database, viewer.userId, id))) {
    throw new NotFound('No message waits under this id. It may have been sent.')
  }
  return id
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
