import { and, eq, isNull } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'

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
  rotation: Pick<SessionRow, 'tokenHash' | 'rotatedAt' | 'expiresAt'>,
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
