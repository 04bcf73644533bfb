import { and, count, eq, getTableColumns, inArray, ne } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../../platform/database/index.ts'

const { timelines, webhooks } = tables

export type WebhookRow = typeof webhooks.$inferSelect

/** A webhook, and how far its conversation's change log goes. */
export type WebhookView = WebhookRow & { headRev: number }

const view = { ...getTableColumns(webhooks), headRev: timelines.rev }

export async function insertWebhook(tx: Transaction, row: WebhookRow): Promise<void> {
  await tx.insert(webhooks).values(row)
}

export async function countWebhooks(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(webhooks).where(eq(webhooks.conversationId, conversationId))
  return Number(row?.count ?? 0)
}

export async function findWebhook(queries: Queries, id: string): Promise<WebhookView | undefined> {
  const [row] = await queries
    .select(view)
    .from(webhooks)
    .innerJoin(timelines, eq(timelines.conversationId, webhooks.conversationId))
    .where(eq(webhooks.id, id))
  return row
}

/** The webhooks of these conversations, newest first: ids are in the order of their creation. A conversation has few. */
export async function findWebhooksOf(queries: Queries, conversationIds: readonly string[]): Promise<WebhookView[]> {
  const rows = await queries
    .select(view)
    .from(webhooks)
    .innerJoin(timelines, eq(timelines.conversationId, webhooks.conversationId))
    .where(inArray(webhooks.conversationId, [...conversationIds]))
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1))
}

export async function updateWebhook(tx: Transaction, id: string, changes: Partial<WebhookRow>): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.update(webhooks).set(changes).where(eq(webhooks.id, id))
}

/** Nothing more is delivered of what a user answers for in a conversation, until somebody else resumes it. */
export async function pauseWebhooksOf(
  tx: Transaction,
  conversationId: string,
  ownerId: string,
  pausedBecause: WebhookRow['pausedBecause'],
): Promise<void> {
  await tx
    .update(webhooks)
    .set({ state: 'PAUSED', pausedBecause, nextAt: null })
    .where(
      and(eq(webhooks.conversationId, conversationId), eq(webhooks.ownerId, ownerId), ne(webhooks.state, 'PAUSED')),
    )
}

export async function deleteWebhook(tx: Transaction, { id }: WebhookRow): Promise<void> {
  await tx.delete(tables.webhookAttempts).where(eq(tables.webhookAttempts.webhookId, id))
  await tx.delete(webhooks).where(and(eq(webhooks.id, id)))
}
