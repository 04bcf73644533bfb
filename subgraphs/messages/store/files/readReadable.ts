import { eq, sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../../platform/database/index.ts'
import type { AttachmentRow } from './attachments.ts'

const { attachments, hiddenMessages, members, messageAttachments, messages } = tables

/**
 * A file, where the user may read a message that has it: as an active member, not cleared, not hidden, not expired; or where they
 * have uploaded it and no message has it yet. One statement.
 */
export async function readReadable(
  queries: Queries,
  id: string,
  userId: string,
  now: number,
): Promise<AttachmentRow | undefined> {
  const reads = sql`exists (
    select 1 from ${messageAttachments}
    join ${members} on ${members.conversationId} = ${messageAttachments.conversationId}
      and ${members.userId} = ${userId} and ${members.state} = 'ACTIVE' and ${members.clearedSeq} < ${messageAttachments.seq}
    join ${messages} on ${messages.conversationId} = ${messageAttachments.conversationId}
      and ${messages.seq} = ${messageAttachments.seq}
      and (${messages.expiresAt} is null or ${messages.expiresAt} > ${now})
    where ${messageAttachments.attachmentId} = ${id} and not exists (
      select 1 from ${hiddenMessages} where ${hiddenMessages.conversationId} = ${messageAttachments.conversationId}
        and ${hiddenMessages.userId} = ${userId} and ${hiddenMessages.seq} = ${messageAttachments.seq}))`
  const waits = sql`${attachments.state} = 'HELD' or (${attachments.state} = 'READY' and ${attachments.expiresAt} > ${now})`
  const own = sql`(${attachments.uploaderId} = ${userId} and (${waits}))`
  const [row] = await queries
    .select()
    .from(attachments)
    .where(sql`${eq(attachments.id, id)} and (${own} or ${reads})`)
  return row
}
