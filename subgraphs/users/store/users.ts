import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { preparedList, tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'
import { noteDeparture } from './departures.ts'

const { users } = tables

/** An account as others may see it. */
export interface UserRecord {
  id: string
  name: string
  handle: string | null
  isGuest: boolean
  /** Of a bot, the person who answers for it. */
  ownerId: string | null
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

export const visible = {
  id: users.id,
  name: users.name,
  handle: users.handle,
  isGuest: users.isGuest,
  ownerId: users.ownerId,
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
export const findUsers = (queries: Queries, ids: readonly string[]): Promise<UserRecord[]> => selectUsers(queries, ids)

const selectUsers = preparedList((queries, ids) => queries.select(visible).from(users).where(inArray(users.id, ids)))

export async function findUser(queries: Queries, id: string): Promise<UserRecord | undefined> {
  return (await findUsers(queries, [id]))[0]
}

export interface Account {
  user: UserRecord
  passwordHash: string | null
}

/** The account with this handle, in lower case, and its password hash. */
export const findCredentials = (queries: Queries, handle: string) => findAccount(queries, eq(users.handle, handle))

/** The account, unless it is deleted, and its password hash. */
export const findOwnAccount = (queries: Queries, id: string) =>
  findAccount(queries, and(eq(users.id, id), isNull(users.deletedAt)))

async function findAccount(queries: Queries, which: SQL | undefined): Promise<Account | undefined> {
  const [row] = await queries
    .select({ ...visible, passwordHash: users.passwordHash })
    .from(users)
    .where(which)
  if (!row) return undefined
  const { passwordHash, ...user } = row
  return { user, passwordHash }
}

/** True while this is the account's password; it does not change until the transaction ends. */
export async function holdsPassword(tx: Transaction, id: string, passwordHash: string): Promise<boolean> {
  const found = tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), eq(users.passwordHash, passwordHash)))
  return (await tx.dialect.forUpdate(found)).length > 0
}

/** Fails on a handle that is taken. */
export async function changeUser(
  tx: Queries,
  id: string,
  changes: Partial<Pick<UserRecord, 'name' | 'handle' | 'avatarUrl' | 'statusText'>> & { passwordHash?: string },
): Promise<void> {
  await tx
    .update(users)
    .set(changes)
    .where(and(eq(users.id, id), isNull(users.deletedAt)))
}

/** Leaves the id, when it came and went, and the words that stand for a name; and notes that conversations are to be told. */
export async function forgetUser(tx: Transaction, id: string, now: number): Promise<void> {
  await tx
    .update(users)
    .set({ ...blankProfile, name: 'Deleted user', handle: null, passwordHash: null, deletedAt: now })
    .where(eq(users.id, id))
  await noteDeparture(tx, id, now)
}
