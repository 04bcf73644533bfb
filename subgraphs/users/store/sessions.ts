import { and, desc, eq, gt, inArray, isNull, lt, lte, ne } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'

const { sessions } = tables

/** Times are milliseconds since 1970. */
export interface SessionRow {
  id: string
  userId: string
  /** Of the refresh token that works now. */
  tokenHash: string
  secret: string
  rotatedAt: number
  createdAt: number
  expiresAt: number
  revokedAt: number | null
  /** What the client called itself when it last signed in or renewed the session, and where it was. */
  device: string | null
  address: string | null
}

export async function insertSession(tx: Queries, session: SessionRow): Promise<void> {
  await tx.insert(sessions).values(session)
}

/** The session; no other transaction changes it until this one ends. */
export async function lockSession(tx: Transaction, id: string): Promise<SessionRow | undefined> {
  const [row] = await tx.dialect.forUpdate(tx.select().from(sessions).where(eq(sessions.id, id)))
  return row
}

export async function rotateSession(
  tx: Transaction,
  id: string,
  rotation: Pick<SessionRow, 'tokenHash' | 'rotatedAt' | 'expiresAt' | 'device' | 'address'>,
): Promise<void> {
  await tx.update(sessions).set(rotation).where(eq(sessions.id, id))
}

/** A session that was revoked before keeps its time. */
export async function revokeSession(queries: Queries, id: string, now: number): Promise<void> {
  await queries
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
}

const running = (userId: string, now: number) =>
  and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now))

/** The user's sessions that run, newest first: ids are in the order of their creation. */
export async function readSessions(
  queries: Queries,
  userId: string,
  { limit, after }: Page<[string]>,
  now: number,
): Promise<SessionRow[]> {
  return queries
    .select()
    .from(sessions)
    .where(and(running(userId, now), after && lt(sessions.id, after[0])))
    .orderBy(desc(sessions.id))
    .limit(limit + 1)
}

/** True when the user has, or had, this session. */
export async function ownsSession(queries: Queries, userId: string, id: string): Promise<boolean> {
  const found = await queries
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
  return found.length > 0
}

/** Ends the user's sessions but the one; resolves with the ids of those that ran. */
export async function revokeSessions(
  tx: Transaction,
  userId: string,
  { except, now }: { except?: string; now: number },
): Promise<string[]> {
  const others = and(running(userId, now), except === undefined ? undefined : ne(sessions.id, except))
  const rows = await tx.dialect.forUpdate(tx.select({ id: sessions.id }).from(sessions).where(others))
  if (rows.length > 0) await tx.update(sessions).set({ revokedAt: now }).where(others)
  return rows.map(({ id }) => id)
}

/** Sessions that were revoked after `since`, newest first. */
export async function readRevoked(queries: Queries, since: number, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ id: sessions.id })
    .from(sessions)
    .where(gt(sessions.revokedAt, since))
    .orderBy(desc(sessions.revokedAt))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Deletes sessions that expired until `time`; resolves with their number, at most `limit`. */
export async function deleteExpired(queries: Queries, time: number, limit: number): Promise<number> {
  const expired = lte(sessions.expiresAt, time)
  const rows = await queries.select({ id: sessions.id }).from(sessions).where(expired).limit(limit)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await queries.delete(sessions).where(and(inArray(sessions.id, ids), expired))
  return ids.length
}

/** Takes from the user's sessions what they say of places and devices. */
export async function forgetPlaces(tx: Transaction, userId: string): Promise<void> {
  await tx.update(sessions).set({ device: null, address: null }).where(eq(sessions.userId, userId))
}
