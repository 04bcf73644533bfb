import type { ConversationResolvers } from '../../generated.ts'

/** A mute that has ended is none. */
export const viewerSettings: ConversationResolvers['viewerSettings'] = ({ viewer }, _args, { conversations }) => ({
  version: viewer.settingsVersion,
  mutedUntil: viewer.mutedUntil && viewer.mutedUntil > conversations.now() ? viewer.mutedUntil : null,
  pinned: viewer.pinned,
  archived: viewer.archived,
  markedUnread: viewer.markedUnread,
  notificationLevel: viewer.notificationLevel,
})
