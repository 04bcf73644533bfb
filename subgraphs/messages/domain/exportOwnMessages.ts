import type { Database } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import { createCursor } from '../../../platform/pagination/index.ts'
import { publicMessage } from '../../../platform/timeline/index.ts'
import { timeOf, timeOrNull, toMessage, type ReadRow } from '../store/messageRow.ts'
import { readMemberships, type Membership } from '../store/readMemberships.ts'
import { readOwnMessages } from '../store/readOwnMessages.ts'
import type { ScheduledRow } from '../store/scheduledMessages.ts'
import type { ExportPart } from './exportMessages.ts'
import { publicScheduled, readScheduledPart, scheduledPlace } from './exportScheduled.ts'

/** A conversation, and a `clientMessageId` in it: all up to that are told. "" and a place: what is scheduled, up to there. */
export const ownExportCursor = createCursor(['string', 'string'])

/** Messages read at a time, and conversations. */
const PAGE = 250
const CONVERSATIONS = 50

/**
 * What a user has of their own here, in parts: first what waits to be sent, so that what is sent meanwhile is told twice rather than
 * never; then each conversation that they are or were a member of, as they keep it, followed by the messages that they wrote
 * there; also in those that they have left, since it is theirs. Messages of one conversation come in no order of time. Whoever goes
 * on from a cursor gets exactly what came after it.
 * @param viewer  asked before each part: rejects when the token has ended
 */
export async function* exportOwnMessages(
  database: Database,
  viewer: () => Promise<Viewer>,
  { after, limit }: { after?: [string, string] | undefined; limit: number },
): AsyncGenerator<ExportPart> {
  const user = async () => (await viewer()).required().userId
  let [conversationId, told] = after ?? ['', '']
  let left = limit
  for (let isWhole = conversationId !== ''; !isWhole;) {
    const part = await readScheduledPart(database, await user(), { after: told, limit: Math.min(PAGE, left) })
    isWhole = part.isLast
    left -= part.rows.length
    told = part.rows.length > 0 ? scheduledPlace(part.rows.at(-1)!) : told
    if (part.rows.length > 0) yield partOf(part.rows.map(scheduledLine), ['', told])
    if (left === 0) return yield { ...partOf([], ['', told]), end: 'limit' }
  }
  for (let more = true; more;) {
    const places = await readMemberships(database, await user(), { from: conversationId, limit: CONVERSATIONS })
    more = places.length === CONVERSATIONS
    for (const place of places) {
      if (place.conversationId !== conversationId) {
        ;[conversationId, told] = [place.conversationId, '']
        left -= 1
        yield partOf([conversationLine(place)], [conversationId, told])
      }
      for (let isWhole = false; !isWhole && left > 0;) {
        const page = { after: told, limit: Math.min(PAGE, left) }
        const rows = await readOwnMessages(database, { conversationId, senderId: await user() }, page)
        isWhole = rows.length < page.limit
        left -= rows.length
        told = rows.at(-1)?.clientMessageId ?? told
        if (rows.length > 0) yield partOf(rows.map(messageLine), [conversationId, told])
      }
      if (left === 0) return yield { ...partOf([], [conversationId, told]), end: 'limit' }
    }
  }
  yield { ...partOf([], conversationId ? [conversationId, told] : undefined), end: 'complete' }
}

const partOf = (lines: string[], at: [string, string] | undefined): ExportPart => ({
  lines,
  cursor: at ? ownExportCursor.encode(at) : null,
})

function scheduledLine(row: ScheduledRow): string {
  const cursor = ownExportCursor.encode(['', scheduledPlace(row)])
  return `${JSON.stringify({ type: 'scheduledMessage', cursor, scheduledMessage: publicScheduled(row) })}\n`
}

function messageLine(row: ReadRow): string {
  const cursor = ownExportCursor.encode([row.conversationId, row.clientMessageId])
  return `${JSON.stringify({ type: 'message', cursor, message: publicMessage(toMessage(row)) })}\n`
}

/** What a conversation is called now is told to members alone. */
function conversationLine({ conversationId, joinedAt, mutedUntil, state, title, ...rest }: Membership): string {
  const conversation = {
    ...{ id: conversationId, title: state === 'ACTIVE' ? title : null, state, ...rest },
    ...{ joinedAt: timeOf(joinedAt), mutedUntil: timeOrNull(mutedUntil) },
  }
  const cursor = ownExportCursor.encode([conversationId, ''])
  return `${JSON.stringify({ type: 'conversation', cursor, conversation })}\n`
}
