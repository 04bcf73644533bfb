import { eq } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { scheduledMessages } = tables

/** Takes away all that a user has scheduled. */
export async function deleteScheduledOf(queries: Queries, userId: string): Promise<void> {
  await queries.delete(scheduledMessages).where(eq(scheduledMessages.senderId, userId))
}
