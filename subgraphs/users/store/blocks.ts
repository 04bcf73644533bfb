import { and, count, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { visible } from './users.ts'
import type { UserRecord } from './users.ts'

const { blocks, users } = tables

/** A block that stands already keeps its time. */
export async function insertBlock(tx: Transaction, userId: string, blockedId: string, now: number): Promise<void> {
  await tx.dialect.insertIgnore(tx, blocks, { userId, blockedId, createdAt: now })
}

export async function deleteBlock(queries: Queries, userId: string, blockedId: string): Promise<void> {
  await queries.delete(blocks).where(and(eq(blocks.userId, userId), eq(blocks.blockedId, blockedId)))
}

export async function countBlocks(queries: Queries, userId: string): Promise<number> {
  const [row] = await queries.select({ count: count() }).from(blocks).where(eq(blocks.userId, userId))
  return row?.count ?? 0
}

/** The blocks between the one user and each of the others, both ways, in one statement. */
export async function readBlocksBetween(
  queries: Queries,
  userId: string,
  others: readonly string[],
): Promise<{ userId: string; blockedId: string }[]> {
  const ids = [...others]
  return queries
    .select({ userId: blocks.userId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(
      or(
        and(eq(blocks.userId, userId), inArray(blocks.blockedId, ids)),
        and(inArray(blocks.userId, ids), eq(blocks.blockedId, userId)),
      ),
    )
}

export interface Blocked {
  user: UserRecord
  blockedAt: number
}

/** Whom the user has blocked, newest first. */
export async function readBlocked(
  queries: Queries,
  userId: string,
  { limit, after }: Page<[number, string]>,
): Promise<Blocked[]> {
  const [at, id] = after ?? []
  const older =
    at === undefined || id === undefined
      ? undefined
      : or(lt(blocks.createdAt, at), and(eq(blocks.createdAt, at), lt(blocks.blockedId, id)))
  return queries
    .select({ user: visible, blockedAt: blocks.createdAt })
    .from(blocks)
    .innerJoin(users, eq(users.id, blocks.blockedId))
    .where(and(eq(blocks.userId, userId), older))
    .orderBy(desc(blocks.createdAt), desc(blocks.blockedId))
    .limit(limit + 1)
}

/** Every block that the user made or that was made against them. */
export async function deleteBlocksOf(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(blocks).where(eq(blocks.userId, userId))
  await tx.delete(blocks).where(eq(blocks.blockedId, userId))
}

/** The blocks between any of the ones and any of the others, both ways, in one statement. */
export async function readBlocksAmong(
  queries: Queries,
  some: readonly string[],
  others: readonly string[],
): Promise<{ userId: string; blockedId: string }[]> {
  const [ones, rest] = [[...some], [...others]]
  return queries
    .select({ userId: blocks.userId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(
      or(
        and(inArray(blocks.userId, ones), inArray(blocks.blockedId, rest)),
        and(inArray(blocks.userId, rest), inArray(blocks.blockedId, ones)),
      ),
    )
}
