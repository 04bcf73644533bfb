import { nextDue } from '../store/scheduledMessages.ts'
import type { Changes } from './changeTimeline.ts'
import { expireDue } from './expireDue.ts'
import { sendDue } from './sendDue.ts'

/** What a worker does for messages with a moment of their own. Any number of workers may do it at once. */
export interface MessageTimers {
  /** When the next thing is due, in milliseconds since 1970; null where nothing waits. */
  next(): Promise<number | null>
  /** Does at most `limit` of each kind of what is due. Resolves with how much that was. */
  run(limit: number): Promise<number>
}

export const createMessageTimers = (changes: Changes): MessageTimers => ({
  next: () => nextDue(changes.database),
  async run(limit) {
    // The one must not wait for the other, should it fail.
    const [expired, sent] = await Promise.allSettled([expireDue(changes, limit), sendDue(changes, limit)])
    if (expired.status === 'rejected') throw expired.reason
    if (sent.status === 'rejected') throw sent.reason
    return expired.value + sent.value
  },
})
