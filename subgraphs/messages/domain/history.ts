import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import { toMessage } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readNewest } from '../store/readNewest.ts'
import { readRanges, type SeqRange } from '../store/readRanges.ts'
import type { Places } from './places.ts'

/** Messages in ascending order of `seq`, and whether there are others on either side. */
export interface MessagePage {
  messages: MessagePayload[]
  hasPrevious: boolean
  hasNext: boolean
}

/** What the viewer may read back. For one request: what is asked for side by side is read in one statement. */
export interface History {
  /** @throws Forbidden  not an active member */
  page(conversationId: string, range: SeqRange): Promise<MessagePage>
  /** @throws Forbidden  not an active member */
  newest(conversationId: string): Promise<MessagePayload | null>
  /** Null also for a message in a conversation that is not the viewer's: nobody learns that it is there. */
  message(id: string): Promise<MessagePayload | null>
}

/** Results are not cached: a later mutation of the same request may add to them. */
const batched = <K, V>(maxBatchSize: number, read: (keys: string[]) => Promise<Map<string, V>>) =>
  new DataLoader<K & string, V | undefined>(
    async (keys) => {
      const found = await read([...new Set(keys)])
      return keys.map((key) => found.get(key))
    },
    { cache: false, maxBatchSize },
  )

export function createHistory(database: Database, places: Places): History {
  const ranges = new Map<string, DataLoader<string, MessagePayload[] | undefined>>()
  const newest = batched(500, async (ids) => mapBy(await readNewest(database, ids), (row) => row.conversationId))
  const byId = batched(500, async (ids) => mapBy(await readByIds(database, ids), (row) => row.id))

  function rangeLoader(range: SeqRange) {
    const key = `${range.above} ${range.below} ${range.limit} ${range.end}`
    const known = ranges.get(key)
    if (known) return known
    // One more than asked for tells whether there are others. 100 at once: SQLite joins no more than 500 selects.
    const loader = batched(100, (ids) => readMessages(database, ids, { ...range, limit: range.limit + 1 }))
    ranges.set(key, loader)
    return loader
  }

  return {
    async page(conversationId, range) {
      const place = await places.in(conversationId)
      const found = (await rangeLoader(range).load(place.conversationId)) ?? []
      return toPage(found, range, place.lastSeq)
    },
    async newest(conversationId) {
      const place = await places.in(conversationId)
      const row = await newest.load(place.conversationId)
      return row ? toMessage(row) : null
    },
    async message(given) {
      const id = knownId(given)
      const row = id ? await byId.load(id) : undefined
      if (!row || !(await places.find(row.conversationId))) return null
      return toMessage(row)
    },
  }
}

async function readMessages(database: Database, conversationIds: string[], range: SeqRange) {
  const rows = await readRanges(database, conversationIds, range)
  return Map.groupBy(rows.sort((a, b) => a.seq - b.seq).map(toMessage), (message) => message.conversation.id)
}

/** `found` holds one more than the page, at its far end, where there are others. */
function toPage(found: MessagePayload[], { above, below, limit, end }: SeqRange, lastSeq: number): MessagePage {
  const over = found.length > limit
  const messages = end === 'first' ? found.slice(0, limit) : found.slice(Math.max(0, found.length - limit))
  // `seq` has no hole (I1), so the ends of the page say what lies beyond them.
  const first = messages[0]?.seq ?? (end === 'first' ? above + 1 : Math.min(below, lastSeq + 1))
  const last = messages.at(-1)?.seq ?? first - 1
  return { messages, hasPrevious: first > 1 && lastSeq > 0, hasNext: (over && end === 'first') || last < lastSeq }
}

const mapBy = <V>(rows: V[], key: (row: V) => string) => new Map(rows.map((row) => [key(row), row]))
