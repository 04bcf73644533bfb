import { and, eq } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { drafts } = tables

/** What the user has begun to write there; null for nothing. */
export async function readDraft(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<{ text: string; updatedAt: number } | null> {
  const [row] = await queries
    .select({ text: drafts.text, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.conversationId, conversationId), eq(drafts.userId, userId)))
  return row ?? null
}
