import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import { type ReadRow, toMessage } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readNewest } from '../store/readNewest.ts'
import { readRanges, type SeqRange } from '../store/readRanges.ts'
import { type Page, toPage } from './page.ts'
import type { Place, Places } from './places.ts'

/** What the viewer may read back. For one request: what is asked for side by side is read in one statement. */
export interface History {
  /** @throws Forbidden  not an active member */
  requireMember(conversationId: string): Promise<void>
  /** @throws Forbidden  not an active member */
  page(conversationId: string, range: SeqRange): Promise<Page<MessagePayload>>
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

/**
 * Whatever is read of a conversation ends at the newest message that it had when the viewer's membership was read. So a
 * removal in between takes no later message along (I6), and the pages of one request agree.
 */
export function createHistory(database: Database, places: Places): History {
  const ranges = new Map<string, DataLoader<Place, MessagePayload[] | undefined>>()
  const newest = batched(500, idOf, async (asked) =>
    mapBy(await readNewest(database, asked), (row) => row.conversationId),
  )
  const byId = batched(500, String, async (ids: string[]) => mapBy(await readByIds(database, ids), (row) => row.id))

  async function row(given: string): Promise<ReadRow | null> {
    const id = knownId(given)
    const found = id ? await byId.load(id) : undefined
    return found && (await places.find(found.conversationId)) ? found : null
  }

  function rangeLoader(range: SeqRange) {
    const key = `${range.above} ${range.below} ${range.limit} ${range.end}`
    const known = ranges.get(key)
    if (known) return known
    // SQLite joins no more than 500 selects.
    const loader = batched(100, idOf, (asked: Place[]) => readMessages(database, asked, range))
    ranges.set(key, loader)
    return loader
  }

  return {
    requireMember: async (conversationId) => void (await places.in(conversationId)),
    async page(conversationId, range) {
      const place = await places.in(conversationId)
      const messages = (await rangeLoader(range).load(place)) ?? []
      return toPage(messages, ({ seq }) => seq, range, place.lastSeq)
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

async function readMessages(database: Database, asked: Place[], range: SeqRange) {
  const rows = await readRanges(database, asked, range)
  return Map.groupBy(
    rows.sort((a, b) => a.seq - b.seq).map((row) => toMessage(row)),
    (message) => message.conversation.id,
  )
}

const idOf = (place: Place) => place.conversationId
const mapBy = <V>(rows: V[], key: (row: V) => string) => new Map(rows.map((row) => [key(row), row]))
