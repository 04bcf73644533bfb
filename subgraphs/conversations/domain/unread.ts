import type { ConversationView } from '../store/conversationViews.ts'

/**
 * Messages after this `seq` are new to a member: it is the last one that they have read or written, or that was there when
 * they joined.
 */
export const unreadAfter = ({
  joinedSeq,
  readSeq,
  ownSeq,
}: Record<'joinedSeq' | 'readSeq' | 'ownSeq', number>): number => Math.max(joinedSeq, readSeq, ownSeq)

/** How many are. Exact without a row per message, for what lies before that is all read or all their own past. */
export const unreadCount = ({ lastSeq, viewer }: Pick<ConversationView, 'lastSeq' | 'viewer'>): number =>
  Math.max(0, lastSeq - unreadAfter(viewer))
