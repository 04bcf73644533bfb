import { and, eq, lte, sql } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../../platform/database/index.ts'
import { type Page } from '../../../../platform/pagination/index.ts'

const { webhookAttempts } = tables

export type AttemptRow = typeof webhookAttempts.$inferSelect

/** The newest attempts of a webhook that are kept. */
const KEPT = 200
/** They are thinned out only now and then. */
const EVERY = 25

export interface AttemptPage {
  webhookId: string
  page: Page<[number]>
}

/** SQLite joins at most 500 selects. */
export const MAX_ATTEMPT_PAGES = 100

/** Pages of the attempts of many webhooks, each newest first and with one more, in one statement: a short range read each. */
export async function readAttemptPages(queries: Queries, pages: readonly AttemptPage[]): Promise<AttemptRow[][]> {
  const columns = Object.entries(webhookColumns).map(([key, column]) => sql`${column} as ${sql.identifier(key)}`)
  const parts = pages.map(
    ({ webhookId, page: { limit, after } }, place) => sql`select * from (
      select ${sql.raw(String(place))} as place, ${sql.join(columns, sql`, `)} from ${webhookAttempts}
      where ${webhookAttempts.webhookId} = ${webhookId}
        and ${webhookAttempts.number} < ${after ? after[0] : Number.MAX_SAFE_INTEGER}
      order by ${webhookAttempts.number} desc limit ${sql.raw(String(limit + 1))}
    ) as ${sql.identifier(`part${place}`)}`,
  )
  const rows = await queries.rows<AttemptRow & { place: number }>(sql.join(parts, sql` union all `))
  return pages.map((_, n) => rows.filter(({ place }) => Number(place) === n).sort((a, b) => b.number - a.number))
}

const webhookColumns = {
  webhookId: webhookAttempts.webhookId,
  number: webhookAttempts.number,
  conversationId: webhookAttempts.conversationId,
  deliveryId: webhookAttempts.deliveryId,
  rev: webhookAttempts.rev,
  eventType: webhookAttempts.eventType,
  at: webhookAttempts.at,
  status: webhookAttempts.status,
  latencyMs: webhookAttempts.latencyMs,
  error: webhookAttempts.error,
}

/** Keeps an attempt, and lets the oldest go. */
export async function insertAttempt(tx: Transaction, row: AttemptRow): Promise<void> {
  await tx.dialect.insertIgnore(tx, webhookAttempts, row)
  if (row.number % EVERY !== 0) return
  const old = and(eq(webhookAttempts.webhookId, row.webhookId), lte(webhookAttempts.number, row.number - KEPT))
  await tx.delete(webhookAttempts).where(old)
}
