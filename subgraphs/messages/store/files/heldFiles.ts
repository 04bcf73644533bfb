import { and, eq, inArray } from 'drizzle-orm'
import { tables, type Transaction } from '../../../../platform/database/index.ts'

const { attachments } = tables

/** Keeps uploads for a message that waits to be sent: no other one takes them, and they do not expire. `tx` holds them. */
export async function holdFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(attachments)
    .set({ state: 'HELD', expiresAt: null })
    .where(inArray(attachments.id, [...ids]))
}

/** Lets them go, since that message is not sent: until then they wait for another one of the user's. */
export async function releaseFiles(
  tx: Transaction,
  uploaderId: string,
  ids: readonly string[],
  expiresAt: number,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(attachments)
    .set({ state: 'READY', expiresAt })
    .where(
      and(inArray(attachments.id, [...ids]), eq(attachments.uploaderId, uploaderId), eq(attachments.state, 'HELD')),
    )
}
