import { and, count, desc, eq, isNull, lt } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { forgetUser, visible } from './users.ts'
import type { UserRecord } from './users.ts'
import { endApiKeysOf } from './apiKeys.ts'

const { users } = tables

const ofOwner = (ownerId: string) => and(eq(users.ownerId, ownerId), isNull(users.deletedAt))

/** The owner's bots, newest first: ids are in the order of their creation. */
export async function readBots(
  queries: Queries,
  ownerId: string,
  { limit, after }: Page<[string]>,
): Promise<UserRecord[]> {
  return queries
    .select(visible)
    .from(users)
    .where(and(ofOwner(ownerId), after && lt(users.id, after[0])))
    .orderBy(desc(users.id))
    .limit(limit + 1)
}

export async function countBots(queries: Queries, ownerId: string): Promise<number> {
  const [row] = await queries.select({ count: count() }).from(users).where(ofOwner(ownerId))
  return row?.count ?? 0
}

/** The owner's bot; undefined where it is another's, deleted, or none. */
export async function findBot(queries: Queries, ownerId: string, id: string): Promise<UserRecord | undefined> {
  const [row] = await queries
    .select(visible)
    .from(users)
    .where(and(eq(users.id, id), ofOwner(ownerId)))
  return row
}

/** Takes all bots of an owner away, or the one of this id. Resolves with the ids of the API keys that ran. */
export async function forgetBots(tx: Transaction, ownerId: string, now: number, id?: string): Promise<string[]> {
  const which = and(ofOwner(ownerId), id === undefined ? undefined : eq(users.id, id))
  const bots = await tx.select({ id: users.id }).from(users).where(which)
  const ended: string[] = []
  for (const bot of bots) {
    await forgetUser(tx, bot.id, now)
    ended.push(...(await endApiKeysOf(tx, bot.id, now)))
  }
  return ended
}
