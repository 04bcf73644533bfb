import type { ConversationRow } from './conversationRow.ts'
import { readOn } from './unread.ts'

/**
 * A row that was read, with what is known to be newer of the viewer's own: an answer may be of before something that was shown, or
 * told by an event, on its way. How far they have read never goes back while they are a member, nor does a draft that is gone come back.
 *
 * @param lastDraftAt  when the newest draft that was known was written; empty where none was
 */
export function newerOwn(known: ConversationRow | null, found: ConversationRow, lastDraftAt: string): ConversationRow {
  if (!known) return found
  const { viewerDraft } = found
  const isOldDraft = viewerDraft !== null && viewerDraft.updatedAt <= lastDraftAt
  const row = isOldDraft ? { ...found, viewerDraft: known.viewerDraft } : found
  if (!known.viewerMember || !row.viewerMember) return row
  const readSeq = Math.max(known.viewerMember.readSeq, row.viewerMember.readSeq)
  const isBehind = known.unreadAfter > row.unreadAfter
  return { ...row, ...(isBehind && readOn(row, known.unreadAfter)), viewerMember: { ...row.viewerMember, readSeq } }
}
