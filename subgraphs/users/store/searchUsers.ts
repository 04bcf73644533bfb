import { and, asc, eq, gt, gte, lt, ne, notExists, or } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { visible } from './users.ts'
import type { UserRecord } from './users.ts'

const { blocks, users } = tables

/** Above every character that a handle has: `prefix` and `prefix~` hold between them what begins with it. */
const ABOVE = '~'

/**
 * Accounts whose handle begins with `prefix`, by handle, without the viewer and those that a block stands between: a range
 * of the index of handles. Whoever is deleted has none.
 */
export async function searchHandles(
  queries: Queries,
  viewerId: string,
  prefix: string,
  { limit, after }: Page<[string]>,
): Promise<UserRecord[]> {
  const between = queries
    .select({ userId: blocks.userId })
    .from(blocks)
    .where(
      or(
        and(eq(blocks.userId, viewerId), eq(blocks.blockedId, users.id)),
        and(eq(blocks.userId, users.id), eq(blocks.blockedId, viewerId)),
      ),
    )
  const range = [gte(users.handle, prefix), lt(users.handle, prefix + ABOVE), after && gt(users.handle, after[0])]
  return queries
    .select(visible)
    .from(users)
    .where(and(...range, ne(users.id, viewerId), notExists(between)))
    .orderBy(asc(users.handle))
    .limit(limit + 1)
}
