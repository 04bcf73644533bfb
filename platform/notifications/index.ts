export type { NotificationKind, Occasion, Spread, SpreadInHand } from './occasions.ts'
