import { and, count, eq, sql } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { members } = tables

/** How a member keeps a conversation: theirs alone. */
export type Settings = Pick<
  typeof members.$inferSelect,
  'mutedUntil' | 'pinned' | 'archived' | 'markedUnread' | 'notificationLevel'
>

/** What a row's `settingsVersion` becomes when its settings change. */
export const nextVersion = sql`${members.settingsVersion} + 1`

export async function updateSettings(
  queries: Queries,
  conversationId: string,
  userId: string,
  settings: Partial<Settings>,
): Promise<void> {
  await queries
    .update(members)
    .set({ ...settings, settingsVersion: nextVersion })
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, userId), eq(members.state, 'ACTIVE')))
}

/** How many conversations the user has pinned. */
export async function countPinned(queries: Queries, userId: string): Promise<number> {
  const [row] = await queries
    .select({ count: count() })
    .from(members)
    .where(and(eq(members.userId, userId), eq(members.state, 'ACTIVE'), eq(members.pinned, true)))
  return Number(row?.count ?? 0)
}
