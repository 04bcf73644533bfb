import type { ConversationRow } from './conversationRow.ts'

/** Whether the viewer wants to hear nothing of it at the moment. `now` in milliseconds since 1970. */
export const isMuted = ({ viewerSettings: { mutedUntil } }: ConversationRow, now: number): boolean =>
  mutedUntil !== null && Date.parse(mutedUntil) > now
