import type { ViewerMember } from '../store/conversationViews.ts'

/** How a member keeps a conversation, as of `at`. A mute that has ended is none. */
export const settingsOf = (
  member: Pick<
    ViewerMember,
    'settingsVersion' | 'mutedUntil' | 'pinned' | 'archived' | 'markedUnread' | 'notificationLevel'
  >,
  at: number,
) => ({
  version: member.settingsVersion,
  mutedUntil: member.mutedUntil && member.mutedUntil > at ? member.mutedUntil : null,
  pinned: member.pinned,
  archived: member.archived,
  markedUnread: member.markedUnread,
  notificationLevel: member.notificationLevel,
})
