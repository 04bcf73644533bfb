import type { MessageWindow } from './messageWindow.ts'

/** Which run of messages is wanted: the newest ones, or those from a message on. */
export interface Range {
  fromSeq?: number
  first?: number
  last?: number
}

const pageSize = 50
/** The server gives at most so many in one page. */
const maxPage = 100

/** Where the viewer reads in each open conversation, so that a new snapshot shows the same messages again. */
export class ReadingPlaces {
  readonly #seqs = new Map<string, number>()

  /** `seq` of the first message on the screen; null at the end, where what comes is shown. */
  set(conversationId: string, seq: number | null): void {
    if (seq === null) this.#seqs.delete(conversationId)
    else this.#seqs.set(conversationId, seq)
  }

  /** Whether a run of messages holds what the viewer looks at. */
  isIn(conversationId: string, { messages, hasEarlier, hasLater }: MessageWindow): boolean {
    const seq = this.#seqs.get(conversationId)
    if (seq === undefined) return !hasLater
    const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0]
    return (seq >= first || !hasEarlier) && (seq <= last || !hasLater)
  }

  rangeOf(conversationId: string): Range {
    const seq = this.#seqs.get(conversationId)
    return seq === undefined ? { last: pageSize } : { fromSeq: Math.max(1, seq - pageSize / 2), first: maxPage }
  }
}
