import type { NotificationKind } from './desk.ts'
import type { Listener } from './store/members.ts'

/** What each level of a conversation lets through. Being added is about oneself, and no message. */
const passes: Record<Listener['notificationLevel'], readonly NotificationKind[]> = {
  ALL: ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE', 'ADDED', 'REACTION'],
  MENTIONS: ['MENTION', 'EVERYONE', 'ADDED'],
  NONE: [],
}

/** About a message that they have read, there is nothing to tell; what happens to one of their own is news all the same. */
const aboutReading: readonly NotificationKind[] = ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE']

/** Of the kinds, those that the member's settings of the conversation let through now. None while it is muted. */
export function kindsFor(
  { notificationLevel, mutedUntil, readSeq }: Listener,
  kinds: readonly NotificationKind[],
  seq: number | undefined,
  now: number,
): NotificationKind[] {
  if (mutedUntil !== null && mutedUntil > now) return []
  const isRead = seq !== undefined && readSeq >= seq
  return kinds.filter((kind) => passes[notificationLevel].includes(kind) && !(isRead && aboutReading.includes(kind)))
}
