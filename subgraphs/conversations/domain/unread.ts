import type { ConversationView } from '../store/conversationViews.ts'

/**
 * Messages after this `seq` are new to a member: it is the last one that they have read, written or cleared, or that was
 * there when they joined.
 */
export const unreadAfter = (member: Record<'joinedSeq' | 'readSeq' | 'ownSeq' | 'clearedSeq', number>): number =>
  Math.max(member.joinedSeq, member.readSeq, member.ownSeq, member.clearedSeq)

/** How many are. Exact without a row per message, for what lies before that is all read or all their own past. */
export const unreadCount = ({ lastSeq, viewer }: Pick<ConversationView, 'lastSeq' | 'viewer'>): number =>
  Math.max(0, lastSeq - unreadAfter(viewer))
