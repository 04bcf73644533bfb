import type { NotificationKind } from '../database/tables/notifications.ts'

export type { NotificationKind }

/** Something that a user may want to be told of. Times are milliseconds since 1970. */
export interface Occasion {
  userId: string
  /** As what it may be told, the closest first: a direct message that mentions them is a mention to who wants mentions. */
  kinds: readonly NotificationKind[]
  /** What it is about: each user is told of it once. */
  subject: string
  conversationId: string
  message: { id: string; seq: number } | null
  actorId: string
  at: number
}

/** A message that mentions everyone. */
export interface Spread {
  conversationId: string
  message: { id: string; seq: number }
  actorId: string
  at: number
}

/** A spread in hand: its members after `after`, in the order in which they joined, are still to be told. */
export interface SpreadInHand extends Spread {
  after: readonly [joinedAt: number, userId: string]
}
