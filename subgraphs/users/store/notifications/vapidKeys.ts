import { tables } from '../../../../platform/database/index.ts'
import type { Queries } from '../../../../platform/database/index.ts'

const { vapidKeys } = tables

export interface VapidKeys {
  /** Base64url, 65 bytes. */
  publicKey: string
  /** Base64url, 32 bytes. */
  privateKey: string
}

export async function findVapidKeys(queries: Queries): Promise<VapidKeys | undefined> {
  const [row] = await queries.select().from(vapidKeys)
  return row
}

/** The first pair stays, whoever came first. */
export async function addVapidKeys(queries: Queries, keys: VapidKeys, createdAt: number): Promise<void> {
  await queries.dialect.insertIgnore(queries, vapidKeys, { name: 'vapid', ...keys, createdAt })
}
