import type { ConversationView } from '../store/conversationViews.ts'

/**
 * How many messages are new to the viewer: those after the last one that they have read or written, and after they
 * joined. Exact without a row per message, for what lies behind the highest of these is all read or all their own past.
 */
export const unreadCount = ({ lastSeq, viewer }: Pick<ConversationView, 'lastSeq' | 'viewer'>): number =>
  Math.max(0, lastSeq - Math.max(viewer.joinedSeq, viewer.readSeq, viewer.ownSeq))
