import { eq, inArray } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries } from '../../../../platform/database/index.ts'

const { notificationSettings: settings, users } = tables

export type SettingsRow = typeof settings.$inferSelect
export type { NotificationKind, QuietHours } from '../../../../platform/database/tables/notifications.ts'

export async function findSettings(queries: Queries, userId: string): Promise<SettingsRow | undefined> {
  const [row] = await queries.select().from(settings).where(eq(settings.userId, userId))
  return row
}

/** Of these users, those who are there and not deleted, with their settings; null where they have the defaults. */
export async function findRecipients(
  queries: Queries,
  userIds: readonly string[],
): Promise<Map<string, SettingsRow | null>> {
  const rows = await queries
    .select({ id: users.id, deletedAt: users.deletedAt, settings })
    .from(users)
    .leftJoin(settings, eq(settings.userId, users.id))
    .where(inArray(users.id, [...userIds]))
  return new Map(rows.filter(({ deletedAt }) => deletedAt === null).map((row) => [row.id, row.settings]))
}

export async function saveSettings(queries: Queries, row: SettingsRow): Promise<void> {
  await queries.dialect.upsert(queries, settings, row, row)
}
