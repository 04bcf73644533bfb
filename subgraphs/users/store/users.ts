import { and, eq, inArray, isNull } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries } from '../../../platform/database/index.ts'

const { users } = tables

/** An account as others may see it. */
export interface UserRecord {
  id: string
  name: string
  handle: string | null
  isGuest: boolean
  avatarUrl: string | null
  statusText: string | null
  /** Milliseconds since 1970. */
  createdAt: number
  deletedAt: number | null
}

/** What an account begins without. */
export const blankProfile = { avatarUrl: null, statusText: null, deletedAt: null }

export interface Credentials {
  handle: string
  passwordHash: string
}

const visible = {
  id: users.id,
  name: users.name,
  handle: users.handle,
  isGuest: users.isGuest,
  avatarUrl: users.avatarUrl,
  statusText: users.statusText,
  createdAt: users.createdAt,
  deletedAt: users.deletedAt,
}

/** Fails on a handle that is taken: `isDuplicate` tells. */
export async function insertUser(tx: Queries, user: UserRecord, passwordHash: string | null): Promise<void> {
  await tx.insert(users).values({ ...user, passwordHash })
}

/** True when the account was a guest until now. Fails on a handle that is taken. */
export async function upgradeGuest(tx: Queries, id: string, name: string, credentials: Credentials): Promise<boolean> {
  const [{ affectedRows }] = await tx
    .update(users)
    .set({ name, ...credentials, isGuest: false })
    .where(and(eq(users.id, id), eq(users.isGuest, true), isNull(users.deletedAt)))
  return affectedRows === 1
}

/** In one statement; in no order. */
export async function findUsers(queries: Queries, ids: readonly string[]): Promise<UserRecord[]> {
  return queries
    .select(visible)
    .from(users)
    .where(inArray(users.id, [...ids]))
}

export async function findUser(queries: Queries, id: string): Promise<UserRecord | undefined> {
  return (await findUsers(queries, [id]))[0]
}

/** The account with this handle, in lower case, and its password hash. */
export async function findCredentials(
  queries: Queries,
  handle: string,
): Promise<{ user: UserRecord; passwordHash: string | null } | undefined> {
  const [row] = await queries
    .select({ ...visible, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.handle, handle))
  if (!row) return undefined
  const { passwordHash, ...user } = row
  return { user, passwordHash }
}
