import type { MessagePartsFragment } from '../generated.ts'
import { useAction } from '../ui/useAction.ts'
import { append, drop, firstSeq, lastSeq, prepend, type MessageWindow } from './messageWindow.ts'

/** Where a list of messages comes from: a conversation's history, or a thread's. */
export interface RunSource {
  window: MessageWindow | null
  /** The run of messages that ends before the first one of the window, as it stands now. @throws ApiError */
  loadBefore(first: MessagePartsFragment): Promise<MessageWindow>
  /** The run that begins after the last one. @throws ApiError */
  loadAfter(last: MessagePartsFragment): Promise<MessageWindow>
  change(change: (window: MessageWindow) => MessageWindow): void
}

export interface Paging {
  hasEarlier: boolean
  hasLater: boolean
  loadEarlier(): Promise<void>
  loadLater(): Promise<void>
  isLoading: boolean
  problem: string | null
}

/** How many messages a run has. */
export const pageSize = 50

/** The list keeps its place by counting what comes at one end: what goes at the other goes in a step of its own. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Reads on at both ends of a run, and drops at the other end what is too far away by then. */
export function usePaging({ window, loadBefore, loadAfter, change }: RunSource): Paging {
  const earlier = useAction(async () => {
    const first = window?.hasEarlier && window.messages[0]
    if (!first) return
    const run = await loadBefore(first)
    change((known) => (firstSeq(known) === first.seq ? prepend(known, run) : known))
    await nextFrame()
    change((known) => drop(known, 'latest'))
  })
  const later = useAction(async () => {
    const last = window?.hasLater && window.messages.at(-1)
    if (!last) return
    const run = await loadAfter(last)
    change((known) => (lastSeq(known) === last.seq ? append(known, run) : known))
    await nextFrame()
    change((known) => drop(known, 'earliest'))
  })
  return {
    hasEarlier: window?.hasEarlier ?? false,
    hasLater: window?.hasLater ?? false,
    loadEarlier: earlier.act,
    loadLater: later.act,
    isLoading: earlier.isBusy || later.isBusy,
    problem: earlier.problem ?? later.problem,
  }
}
