import { eq } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'

const { incomingWebhooks } = tables

/** An address that messages are posted to: written by the conversations subgraph, read here. */
export type IncomingWebhookRow = typeof incomingWebhooks.$inferSelect

export async function readIncomingWebhook(queries: Queries, id: string): Promise<IncomingWebhookRow | undefined> {
  const [row] = await queries.select().from(incomingWebhooks).where(eq(incomingWebhooks.id, id))
  return row
}
