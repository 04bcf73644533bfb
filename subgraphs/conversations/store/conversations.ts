import { eq, sql } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { conversations } = tables

export type { ConversationKind } from '../../../platform/database/tables/conversations.ts'
export type ConversationRow = typeof conversations.$inferSelect
export type NewConversation = typeof conversations.$inferInsert

/** The conversation as it is kept, or undefined. A writer reads it under the lock on its timeline. */
export async function findConversation(queries: Queries, id: string): Promise<ConversationRow | undefined> {
  const [row] = await queries.select().from(conversations).where(eq(conversations.id, id))
  return row
}

export async function insertConversation(tx: Transaction, row: NewConversation): Promise<void> {
  await tx.insert(conversations).values(row)
}

export async function updateConversation(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<ConversationRow, 'title' | 'titleKey' | 'topic' | 'avatarUrl' | 'listed'>>,
): Promise<void> {
  await tx.update(conversations).set(changes).where(eq(conversations.id, id))
}

/** `change` members more (or fewer, where negative). The caller holds the lock on the timeline. */
export async function changeMemberCount(tx: Transaction, id: string, change: number): Promise<void> {
  await tx
    .update(conversations)
    .set({ memberCount: sql`${conversations.memberCount} + ${change}` })
    .where(eq(conversations.id, id))
}
