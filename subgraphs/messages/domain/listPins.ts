import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import { type PinRow, readPinsOf } from '../store/pins.ts'
import { maxPins } from './pin.ts'
import type { Places } from './places.ts'

/** The newest first. */
const cursor = createCursor(['number', 'number'])
const keyOf = ({ pinnedAt, seq }: PinRow): [number, number] => [pinnedAt, seq]
const compare = (a: [number, number], b: [number, number]) => b[0] - a[0] || b[1] - a[1]

/** A conversation's pins, as the viewer sees them. For one request: those of many conversations are one statement. */
export interface Pins {
  /**
   * @throws Forbidden     not an active member
   * @throws InvalidInput  the page
   */
  of(conversationId: string, args: PageArguments): Promise<Connection<PinRow>>
}

export function createPins(database: Database, viewer: Viewer, places: Places): Pins {
  const loader = new DataLoader<string, PinRow[]>(
    async (ids) => {
      const rows = Map.groupBy(await readPinsOf(database, viewer.required().userId, ids), (row) => row.conversationId)
      return ids.map((id) => rows.get(id) ?? [])
    },
    { cache: false, maxBatchSize: 100 },
  )
  return {
    async of(given, args) {
      const page = requestedPage(args, cursor, { size: maxPins })
      const { conversationId, clearedSeq } = await places.in(given)
      const { after, before } = page
      // There are few, so all are read, and the page is cut from them here.
      const rows = (await loader.load(conversationId))
        .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
        .filter(
          (row) =>
            row.seq > clearedSeq &&
            (!after || compare(keyOf(row), after) > 0) &&
            (!before || compare(keyOf(row), before) < 0),
        )
      if (page.direction === 'backward') rows.reverse()
      return connectionOf(rows.slice(0, page.limit + 1), page, cursor, keyOf)
    },
  }
}
