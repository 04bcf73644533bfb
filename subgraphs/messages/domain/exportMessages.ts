import type { Database } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import { publicMessage } from '../../../platform/timeline/index.ts'
import { toMessage } from '../store/messageRow.ts'
import { readRanges } from '../store/readRanges.ts'
import { findMoments } from './findMoments.ts'
import { messageCursor } from './messageRange.ts'
import type { Period } from './period.ts'
import { createPlaces } from './places.ts'

/** What is to be exported. */
export interface MessageExport {
  conversationId: string
  /** `seq` of the message after which it begins. */
  after: number
  period?: Period
  /** Messages at most. */
  limit: number
}

/** Some lines of an export, each with its line break, and the cursor after which it goes on. */
export interface ExportPart {
  lines: string[]
  cursor: string | null
  /** Nothing is left, or `limit` is reached. */
  end?: 'complete' | 'limit'
}

/** Messages read at a time: what one export holds in memory, 10 MB where each text is as long as it may be. */
const PAGE = 250
const BEYOND = Number.MAX_SAFE_INTEGER

/**
 * A conversation's messages from a place on, in parts, up to the newest one at the moment of the last part: also what is sent
 * while it runs. The membership is read again with each part, so a removal ends it (I6). A cursor is a `seq`: whoever goes on
 * from one gets exactly what came after it.
 * @param viewer  asked before each part: rejects when the token has ended
 * @throws Forbidden  not an active member, or no such conversation
 */
export async function* exportMessages(
  database: Database,
  viewer: () => Promise<Viewer>,
  { conversationId, after, period = {}, limit }: MessageExport,
): AsyncGenerator<ExportPart> {
  let above = after
  let left = limit
  for (let begun = false; ; begun = true) {
    const place = await createPlaces(database, await viewer()).in(conversationId)
    if (!begun && period.from !== undefined) {
      const [first] = await findMoments(database, [{ ...place, at: period.from }])
      above = Math.max(above, first! - 1)
    }
    const range = { above, below: BEYOND, limit: Math.min(PAGE, left), end: 'first' } as const
    const [rows = []] = await readRanges(database, [{ place, range }])
    // Times ascend with `seq`: the first one that is too late ends the period.
    const wanted = period.to === undefined ? rows : rows.filter(({ createdAt }) => createdAt < period.to!)
    left -= wanted.length
    above = wanted.at(-1)?.seq ?? above
    const lines = wanted.map((row) => {
      const cursor = messageCursor.encode([row.seq])
      return `${JSON.stringify({ type: 'message', cursor, message: publicMessage(toMessage(row)) })}\n`
    })
    const cursor = above > 0 ? messageCursor.encode([above]) : null
    if (rows.length < range.limit || wanted.length < rows.length) return yield { lines, cursor, end: 'complete' }
    if (left === 0) return yield { lines, cursor, end: 'limit' }
    yield { lines, cursor }
  }
}
