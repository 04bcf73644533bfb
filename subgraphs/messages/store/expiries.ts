import { asc, lte } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey, MessageRow } from './messageRow.ts'

const { expiries } = tables

/** Writes when these messages expire, in one statement; none where none does. */
export async function insertExpiries(tx: Transaction, rows: readonly MessageRow[]): Promise<void> {
  const values = rows.flatMap(({ conversationId, seq, expiresAt }) =>
    expiresAt === null ? [] : [{ conversationId, seq, expiresAt }],
  )
  if (values.length > 0) await tx.insert(expiries).values(values)
}

/** Messages whose time is over, the longest first. */
export async function readExpired(queries: Queries, now: number, limit: number): Promise<MessageKey[]> {
  return queries
    .select({ conversationId: expiries.conversationId, seq: expiries.seq })
    .from(expiries)
    .where(lte(expiries.expiresAt, now))
    .orderBy(asc(expiries.expiresAt))
    .limit(limit)
}

export async function removeExpiries(tx: Transaction, keys: readonly MessageKey[]): Promise<void> {
  await tx.delete(expiries).where(ofMessages(expiries, keys))
}
