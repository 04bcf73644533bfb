/** Who is there, who types, how far messages have come. */
export const live = {
  online: 'Online',
  away: 'Away',
  lastSeen: 'Last seen {{time}}',
  oneTypes: '{{name}} is typing…',
  twoType: '{{first}} and {{second}} are typing…',
  severalType: 'Several people are typing…',
  delivered: 'Delivered',
  seen: 'Seen',
  seenBy_one: 'Seen by {{count}} person',
  seenBy_other: 'Seen by {{count}} people',
} as const
