import type { NotificationKind, Occasion } from '../../../../platform/notifications/index.ts'
import { isQuiet } from './quietHours.ts'
import type { Settings } from './settings.ts'

export type { Occasion }

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
