import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import { type ReadRow, toMessage } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readNewest } from '../store/readNewest.ts'
import { type RangeOf, readRanges, type SeqRange } from '../store/readRanges.ts'
import { findMoments, type Moment } from './findMoments.ts'
import { type Page, type Span, toPage } from './page.ts'
import type { Period } from './period.ts'
import type { Place, Places } from './places.ts'

/** What the viewer may read back. For one request: what is asked for side by side is read in one statement. */
export interface History {
  /** @throws Forbidden  not an active member */
  requireMember(conversationId: string): Promise<void>
  /** @throws Forbidden  not an active member */
  page(conversationId: string, range: SeqRange, period?: Period): Promise<Page<MessagePayload>>
  /** @throws Forbidden  not an active member */
  newest(conversationId: string): Promise<MessagePayload | null>
  /** Null also for a message in a conversation that is not the viewer's: nobody learns that it is there. */
  message(id: string): Promise<MessagePayload | null>
  /** The same as it is stored. */
  row(id: string): Promise<ReadRow | null>
}

/** Results are not cached: a later mutation of the same request may add to them. */
const batched = <K, V>(
  maxBatchSize: number,
  keyOf: (asked: K) => string,
  read: (asked: K[]) => Promise<Map<string, V>>,
) =>
  new DataLoader<K, V | undefined>(
    async (asked) => {
      const found = await read([...new Map(asked.map((one) => [keyOf(one), one])).values()])
      return asked.map((one) => found.get(keyOf(one)))
    },
    { cache: false, maxBatchSize },
  )

/** The same where each that is asked for has its own answer, in the same order. */
const batchedInOrder = <K, V>(maxBatchSize: number, read: (asked: readonly K[]) => Promise<V[]>) =>
  new DataLoader<K, V>((asked) => read(asked), { cache: false, maxBatchSize })

/**
 * Whatever is read of a conversation ends at the newest message that it had when the viewer's membership was read. So a
 * removal in between takes no later message along (I6), and the pages of one request agree.
 */
export function createHistory(database: Database, places: Places): History {
  // SQLite joins no more than 500 selects.
  const ranges = batchedInOrder<RangeOf, ReadRow[]>(100, (asked) => readRanges(database, asked))
  const moments = batchedInOrder<Moment, number>(100, (asked) => findMoments(database, asked))
  const newest = batched(500, idOf, async (asked) =>
    mapBy(await readNewest(database, asked), (row) => row.conversationId),
  )
  const byId = batched(500, String, async (ids: string[]) => mapBy(await readByIds(database, ids), (row) => row.id))

  async function row(given: string): Promise<ReadRow | null> {
    const id = knownId(given)
    const found = id ? await byId.load(id) : undefined
    return found && (await places.find(found.conversationId)) ? found : null
  }

  /** The messages of a period that the viewer has not cleared. They are a part of the list without a gap, since none is older than the one before it. */
  async function spanOf({ conversationId, lastSeq, clearedSeq }: Place, { from, to }: Period = {}): Promise<Span> {
    const first = (at: number) => moments.load({ conversationId, lastSeq, at })
    const [start, end] = await Promise.all([
      from === undefined ? 1 : first(from),
      to === undefined ? lastSeq + 1 : first(to),
    ])
    return { first: Math.max(start, clearedSeq + 1), last: end - 1 }
  }

  return {
    requireMember: async (conversationId) => void (await places.in(conversationId)),
    async page(conversationId, asked, period) {
      const place = await places.in(conversationId)
      const list = await spanOf(place, period)
      const bounds = { above: Math.max(asked.above, list.first - 1), below: Math.min(asked.below, list.last + 1) }
      const range = period || place.clearedSeq > 0 ? { ...asked, ...bounds } : asked
      const rows = await ranges.load({ place, range })
      return toPage(
        rows.map((row) => toMessage(row)),
        ({ seq }) => seq,
        range,
        list,
      )
    },
    async newest(conversationId) {
      const row = await newest.load(await places.in(conversationId))
      return row ? toMessage(row) : null
    },
    async message(id) {
      const found = await row(id)
      return found && toMessage(found)
    },
    row,
  }
}

const idOf = (place: Place) => place.conversationId
const mapBy = <V>(rows: V[], key: (row: V) => string) => new Map(rows.map((row) => [key(row), row]))
