import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import { toMessage } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readNewest } from '../store/readNewest.ts'
import { readRanges, type SeqRange } from '../store/readRanges.ts'
import type { Place, Places } from './places.ts'

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
    async page(conversationId, range) {
      const place = await places.in(conversationId)
      return toPage((await rangeLoader(range).load(place)) ?? [], range, place)
    },
    async newest(conversationId) {
      const row = await newest.load(await places.in(conversationId))
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

async function readMessages(database: Database, asked: Place[], range: SeqRange) {
  const rows = await readRanges(database, asked, range)
  return Map.groupBy(rows.sort((a, b) => a.seq - b.seq).map(toMessage), (message) => message.conversation.id)
}

/**
 * What lies beyond the ends of a page. A page that is not full has come to the end of what it may hold; before a full one
 * there may be only messages that the viewer has hidden, so the next page may be empty.
 */
function toPage(messages: MessagePayload[], { above, below, limit, end }: SeqRange, { lastSeq }: Place): MessagePage {
  const full = messages.length === limit
  const first = messages[0]?.seq ?? (end === 'first' ? above + 1 : Math.min(below, lastSeq + 1))
  const last = messages.at(-1)?.seq ?? first - 1
  return end === 'first'
    ? { messages, hasPrevious: above > 0 && lastSeq > 0, hasNext: full ? last < lastSeq : below <= lastSeq }
    : { messages, hasPrevious: full ? first > 1 && lastSeq > 0 : above > 0 && lastSeq > 0, hasNext: below <= lastSeq }
}

const idOf = (place: Place) => place.conversationId
const mapBy = <V>(rows: V[], key: (row: V) => string) => new Map(rows.map((row) => [key(row), row]))
