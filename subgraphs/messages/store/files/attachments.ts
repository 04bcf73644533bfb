import { and, asc, count, eq, gt, inArray, lte } from 'drizzle-orm'
import { type Database, type Queries, tables, type Transaction } from '../../../../platform/database/index.ts'
import { insertDoomed } from './doomedObjects.ts'

const { attachments, doomedObjects } = tables

export type AttachmentRow = typeof attachments.$inferSelect

/** What is known of a file once its bytes are here. */
export type StoredFacts = Pick<AttachmentRow, 'sha256'> &
  Partial<Pick<AttachmentRow, 'width' | 'height'> & ThumbnailFacts> & { objectKey: string }
export interface ThumbnailFacts {
  thumbnailKey: string
  thumbnailSize: number
  thumbnailWidth: number
  thumbnailHeight: number
}

/** Its objects in the object store. */
const keysOf = ({ objectKey, thumbnailKey }: Partial<AttachmentRow>) =>
  [objectKey, thumbnailKey].filter((key) => key !== null && key !== undefined)

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
 * Says that the bytes of an upload are here, and where. Undefined where it waits for none any more, or one of its objects was
 * given up meanwhile: then nothing has changed.
 */
export const completeUpload = (
  database: Database,
  id: string,
  facts: StoredFacts,
): Promise<AttachmentRow | undefined> =>
  database.transaction(async (tx) => {
    const [row] = await tx.dialect.forUpdate(tx.select().from(attachments).where(eq(attachments.id, id)))
    if (row?.state !== 'PENDING') return undefined
    const keys = keysOf(facts)
    const ours = inArray(doomedObjects.key, keys)
    const there = await tx.dialect.forUpdate(tx.select().from(doomedObjects).where(ours))
    if (there.length < keys.length) return undefined
    await tx.delete(doomedObjects).where(ours)
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
    rows.flatMap((row) => keysOf(row).map((key) => ({ key, dueAt: now }))),
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
