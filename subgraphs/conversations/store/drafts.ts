import { and, eq, inArray } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { drafts } = tables

export type DraftRow = typeof drafts.$inferSelect

/** What the user has begun to write in these conversations. */
export async function findDrafts(
  queries: Queries,
  userId: string,
  conversationIds: readonly string[],
): Promise<DraftRow[]> {
  return queries
    .select()
    .from(drafts)
    .where(and(inArray(drafts.conversationId, [...conversationIds]), eq(drafts.userId, userId)))
}

export async function putDraft(queries: Queries, row: DraftRow): Promise<void> {
  const { text, updatedAt } = row
  await queries.dialect.upsert(queries, drafts, row, { text, updatedAt })
}

/** Says whether there was one. */
export async function deleteDraft(queries: Queries, conversationId: string, userId: string): Promise<boolean> {
  const [{ affectedRows }] = await queries
    .delete(drafts)
    .where(and(eq(drafts.conversationId, conversationId), eq(drafts.userId, userId)))
  return affectedRows > 0
}
