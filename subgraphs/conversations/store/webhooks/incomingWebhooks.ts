import { count, eq, inArray } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../../platform/database/index.ts'

const { incomingWebhooks } = tables

export type IncomingWebhookRow = typeof incomingWebhooks.$inferSelect

export async function insertIncomingWebhook(tx: Transaction, row: IncomingWebhookRow): Promise<void> {
  await tx.insert(incomingWebhooks).values(row)
}

export async function countIncomingWebhooks(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(incomingWebhooks)
    .where(eq(incomingWebhooks.conversationId, conversationId))
  return Number(row?.count ?? 0)
}

export async function findIncomingWebhook(queries: Queries, id: string): Promise<IncomingWebhookRow | undefined> {
  const [row] = await queries.select().from(incomingWebhooks).where(eq(incomingWebhooks.id, id))
  return row
}

/** Those of these conversations, newest first: ids are in the order of their creation. A conversation has few. */
export async function findIncomingWebhooksOf(
  queries: Queries,
  conversationIds: readonly string[],
): Promise<IncomingWebhookRow[]> {
  const rows = await queries
    .select()
    .from(incomingWebhooks)
    .where(inArray(incomingWebhooks.conversationId, [...conversationIds]))
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1))
}

export async function setHookSecret(tx: Transaction, id: string, secretHash: string): Promise<void> {
  await tx.update(incomingWebhooks).set({ secretHash }).where(eq(incomingWebhooks.id, id))
}

export async function deleteIncomingWebhook(tx: Transaction, id: string): Promise<void> {
  await tx.delete(incomingWebhooks).where(eq(incomingWebhooks.id, id))
}
