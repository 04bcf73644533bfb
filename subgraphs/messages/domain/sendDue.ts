import type { Database } from '../../../platform/database/index.ts'
import { releaseFiles } from '../store/files/heldFiles.ts'
import { claimDue, forgetSent, markFailed, markSent, type ScheduledRow } from '../store/scheduledMessages.ts'
import type { Changes } from './changeTimeline.ts'
import type { Draft } from './draft.ts'
import { UNUSED_MS } from './files/index.ts'
import { writeDrafts } from './writeDrafts.ts'

/** How long whoever schedules again what was sent gets the same answer. */
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Sends the messages whose time has come, in its order, as their senders would: who is no member any more has it fail. A
 * worker that dies in between leaves nothing unsent and nothing sent twice, since a send under the same clientMessageId is
 * the same message (I2). Resolves with how many were due.
 * @throws the first failure, after all conversations were tried
 */
export async function sendDue(changes: Changes, limit: number): Promise<number> {
  const due = await claimDue(changes.database, Date.now(), limit)
  const failures: unknown[] = []
  // A conversation whose rows are broken must not hold up the others.
  for (const rows of Map.groupBy(due, ({ conversationId }) => conversationId).values()) {
    await sendThese(changes, rows).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
  await forgetSent(changes.database, Date.now() - REMEMBERED_MS, limit)
  return due.length
}

async function sendThese({ database, publisher }: Changes, rows: readonly ScheduledRow[]): Promise<void> {
  const { outcomes, events } = await writeDrafts(database, rows.map(draftOf))
  publisher.publish(events)
  const sent = rows.filter((_row, place) => 'message' in outcomes[place]!)
  await markSent(
    database,
    sent.map(({ id }) => id),
  )
  for (const [place, outcome] of outcomes.entries()) {
    if ('refusal' in outcome) await fail(database, rows[place]!, outcome.refusal.code)
  }
}

/** Its files wait for another message, for as long as any other upload. */
const fail = (database: Database, { id, senderId, draft }: ScheduledRow, code: string): Promise<void> =>
  database.transaction(async (tx) => {
    if (!(await markFailed(tx, id, code))) return
    await releaseFiles(tx, senderId, draft.attachmentIds ?? [], Date.now() + UNUSED_MS)
  })

function draftOf({ conversationId, senderId, clientMessageId, draft }: ScheduledRow): Draft {
  const content = { ...draft }
  delete content.files
  return { ...content, conversationId, senderId, clientMessageId, held: true }
}
