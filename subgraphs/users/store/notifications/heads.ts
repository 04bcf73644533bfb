import { asc, eq, inArray, sql } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Database, Queries, Transaction } from '../../../../platform/database/index.ts'

const { notificationHeads: heads } = tables

/** How far a user's notification log goes, and how many notifications are unread. */
export interface Head {
  userId: string
  rev: number
  unread: number
}

/**
 * Makes heads where there are none. Outside the transactions that lock them: on MySQL, an insert that finds its row there
 * shares a lock on it, and two such that then want it alone wait for each other.
 */
export async function makeHeads(database: Database, userIds: readonly string[]): Promise<void> {
  const ids = [...new Set(userIds)].sort()
  const found = await database.select({ userId: heads.userId }).from(heads).where(inArray(heads.userId, ids))
  const known = new Set(found.map(({ userId }) => userId))
  const missing = ids.filter((userId) => !known.has(userId)).map((userId) => ({ userId, rev: 0, unread: 0 }))
  if (missing.length > 0) await database.dialect.insertIgnore(database, heads, missing)
}

/**
 * The heads of these users that are there; no other transaction moves them until this one ends. They are taken in the order of
 * ids, so that two transactions do not wait for each other.
 */
export async function lockHeads(tx: Transaction, userIds: readonly string[]): Promise<Map<string, Head>> {
  const ids = [...new Set(userIds)].sort()
  const found = await tx.dialect.forUpdate(
    tx.select().from(heads).where(inArray(heads.userId, ids)).orderBy(asc(heads.userId)),
  )
  return new Map(found.map((head) => [head.userId, head]))
}

/**
 * Moves locked heads: each by so many positions, and by so many unread ones. One statement for all heads that move alike, as
 * those of a mention of everyone do.
 */
export async function moveHeads(
  tx: Transaction,
  moves: readonly { userId: string; rev: number; unread: number }[],
): Promise<void> {
  const alike = Map.groupBy(moves, ({ rev, unread }) => `${rev} ${unread}`)
  for (const some of alike.values()) {
    const { rev, unread } = some[0]!
    await tx
      .update(heads)
      .set({ rev: sql`${heads.rev} + ${rev}`, unread: sql`${heads.unread} + ${unread}` })
      .where(
        inArray(
          heads.userId,
          some.map(({ userId }) => userId),
        ),
      )
  }
}

/** Where the user's log stands; at its beginning, where nothing was ever in it. */
export async function readHead(queries: Queries, userId: string): Promise<Head> {
  const [head] = await queries.select().from(heads).where(eq(heads.userId, userId))
  return head ?? { userId, rev: 0, unread: 0 }
}
