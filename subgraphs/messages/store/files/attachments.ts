import { and, asc, count, eq, gt, inArray, lte } from 'drizzle-orm'
import { type Database, type Queries, tables, type Transaction } from '../../../../platform/database/index.ts'
import { insertDoomed } from './doomedObjects.ts'

const { attachments, doomedObjects } = tables

export type AttachmentRow = typeof attachments.$inferSelect

/** Of no message, whether sent or waiting for its time. */
const unused = inArray(attachments.state, ['PENDING', 'READY'])

export async function insertAttachment(queries: Queries, row: typeof attachments.$inferInsert): Promise<void> {
  await queries.insert(attachments).values(row)
}

export async function readAttachment(queries: Queries, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await queries.select().from(attachments).where(eq(attachments.id, id))
  return row
}

/** Uploads of a user that no message has, without those whose time is over. */
export async function countUnused(queries: Queries, uploaderId: string, now: number): Promise<number> {
  const [row] = await queries
    .select({ unused: count() })
    .from(attachments)
    .where(and(eq(attachments.uploaderId, uploaderId), unused, gt(attachments.expiresAt, now)))
  return Number(row?.unused ?? 0)
}

/**
 * Says that the bytes of an upload are here, and where. Undefined where it waits for none any more, or its object was given up
 * meanwhile: then nothing has changed.
 */
export const completeUpload = (
  database: Database,
  id: string,
  facts: Partial<Pick<AttachmentRow, 'objectKey' | 'sha256' | 'width' | 'height'>> & { objectKey: string },
): Promise<AttachmentRow | undefined> =>
  database.transaction(async (tx) => {
    const [row] = await tx.dialect.forUpdate(tx.select().from(attachments).where(eq(attachments.id, id)))
    if (row?.state !== 'PENDING') return undefined
    const [{ affectedRows }] = await tx.delete(doomedObjects).where(eq(doomedObjects.key, facts.objectKey))
    if (affectedRows === 0) return undefined
    await tx
      .update(attachments)
      .set({ ...facts, state: 'READY' })
      .where(eq(attachments.id, id))
    return { ...row, ...facts, state: 'READY' }
  })

/** Lets an unused upload of the user's expire. Resolves with whether there was one. */
export async function expireUnused(queries: Queries, uploaderId: string, id: string, now: number): Promise<boolean> {
  const [{ affectedRows }] = await queries
    .update(attachments)
    .set({ expiresAt: now })
    .where(and(eq(attachments.id, id), eq(attachments.uploaderId, uploaderId), unused))
  return affectedRows > 0
}

/** Files by id, held until the transaction ends: nobody else takes or removes them. In order, so that nobody waits in a circle. */
export async function lockAttachments(tx: Transaction, ids: readonly string[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  return tx.dialect.forUpdate(
    tx
      .select()
      .from(attachments)
      .where(inArray(attachments.id, [...new Set(ids)].sort()))
      .orderBy(attachments.id),
  )
}

/** Takes away files, and has their bytes removed. `tx` holds them. */
export async function removeAttachments(tx: Transaction, rows: readonly AttachmentRow[], now: number): Promise<void> {
  if (rows.length === 0) return
  await insertDoomed(
    tx,
    rows.flatMap(({ objectKey: key }) => (key === null ? [] : [{ key, dueAt: now }])),
  )
  await tx.delete(attachments).where(
    inArray(
      attachments.id,
      rows.map(({ id }) => id),
    ),
  )
}

/** Takes away uploads whose time is over. Resolves with how many. */
export const removeExpired = (database: Database, now: number, limit: number): Promise<number> =>
  database.transaction(async (tx) => {
    const due = await tx.dialect.forUpdateSkipLocked(
      tx
        .select()
        .from(attachments)
        .where(and(lte(attachments.expiresAt, now), unused))
        .orderBy(asc(attachments.expiresAt))
        .limit(limit),
    )
    await removeAttachments(tx, due, now)
    return due.length
  })
