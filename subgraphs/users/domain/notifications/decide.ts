import type { NotificationKind } from '../../store/notifications/settings.ts'
import { isQuiet } from './quietHours.ts'
import type { Settings } from './settings.ts'

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

export interface Decision {
  kind: NotificationKind
  /** It is kept for the list, and neither rings nor is pushed. */
  silent: boolean
}

/** What the user's own rules make of an occasion; undefined: nothing. */
export function decide(
  { kinds }: Occasion,
  { kinds: wanted, quietHours }: Settings,
  now: number,
): Decision | undefined {
  const kind = kinds.find((kind) => wanted.includes(kind))
  return kind && { kind, silent: isQuiet(quietHours, now) }
}
