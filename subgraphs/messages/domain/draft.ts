import type { DraftContent } from '../../../platform/timeline/index.ts'

/** A checked message that waits to be written: what `validateDraft` made of a request. */
export interface Draft extends DraftContent {
  conversationId: string
  senderId: string
  /** Unique per sender and conversation: two drafts with the same three are the same send (I2). */
  clientMessageId: string
  /** Scheduled, and its time has come: its files were held for it, and whom it mentions were members when it was scheduled. */
  held?: true
}

/** One string per send: equal for a retry, different for everything else. */
export const sendKey = (send: Pick<Draft, 'conversationId' | 'senderId' | 'clientMessageId'>): string =>
  `${send.conversationId} ${send.senderId} ${send.clientMessageId}`
