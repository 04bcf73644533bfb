import type { MessageExtras } from './messageExtras.ts'

/** A checked message that waits for its time: what a send is made of. */
export interface ScheduledDraft {
  text: string
  contentHash: string
  /** Without its thread's position, which the send gives. */
  extras?: MessageExtras
  /** How long it stays, from when it is sent. */
  expireAfterMs?: number
}
