import type { Database } from '../../../../platform/database/index.ts'
import type { Spread, SpreadInHand as InHand } from '../../../../platform/notifications/index.ts'
import { advanceSpread, deleteSpread, insertSpread, takeSpread } from '../../store/notifications/spreads.ts'
import type { SpreadRow } from '../../store/notifications/spreads.ts'

/** With the row that says so. */
export interface SpreadInHand extends InHand {
  row: SpreadRow
}

/** So long a worker has what it took; then another may take it. */
const LEASE_MS = 20_000

/** Mentions of everyone that wait to be handed out, some members at a time. Several workers may take from them. */
export const spreadsOf = (database: Database, now: () => number) => ({
  /** Resolves once it is kept: from here on it is handed out, whatever dies. */
  add: ({ conversationId, message, actorId, at }: Spread) =>
    insertSpread(database, {
      ...{ messageId: message.id, conversationId, messageSeq: message.seq, actorId, at },
      ...{ afterJoinedAt: 0, afterUserId: '', dueAt: now() },
    }),

  async take(): Promise<SpreadInHand | undefined> {
    const lease = { now: now(), leaseUntil: now() + LEASE_MS }
    const row = await database.transaction((tx) => takeSpread(tx, lease))
    return row && inHand(row)
  },

  /** These members were told: the rest waits for its turn. */
  advance: ({ row }: SpreadInHand, after: readonly [joinedAt: number, userId: string]) =>
    advanceSpread(database, row, after, now()),

  done: ({ row }: SpreadInHand) => deleteSpread(database, row.messageId),
})
export type Spreads = ReturnType<typeof spreadsOf>

const inHand = (row: SpreadRow): SpreadInHand => ({
  conversationId: row.conversationId,
  message: { id: row.messageId, seq: row.messageSeq },
  actorId: row.actorId,
  at: row.at,
  after: [row.afterJoinedAt, row.afterUserId],
  row,
})
