import { useAction } from '../ui/useAction.ts'
import { append, drop, firstSeq, lastSeq, prepend, type MessageWindow } from './messageWindow.ts'
import type { Range } from './readingPlaces.ts'

/** Where a list of messages comes from: a conversation's history, or a thread's. */
export interface RunSource {
  window: MessageWindow | null
  /** Reads a run of messages as it stands now. @throws ApiError */
  load(range: Range): Promise<MessageWindow>
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

const pageSize = 50

/** The list keeps its place by counting what comes at one end: what goes at the other goes in a step of its own. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Reads on at both ends of a run, and drops at the other end what is too far away by then. */
export function usePaging({ window, load, change }: RunSource): Paging {
  const earlier = useAction(async () => {
    const first = window?.hasEarlier && firstSeq(window)
    if (!first) return
    const run = await load({ fromSeq: first - 1, last: pageSize })
    change((known) => (firstSeq(known) === first ? prepend(known, run) : known))
    await nextFrame()
    change((known) => drop(known, 'latest'))
  })
  const later = useAction(async () => {
    const last = window?.hasLater && lastSeq(window)
    if (!last) return
    const run = await load({ fromSeq: last + 1, first: pageSize })
    change((known) => (lastSeq(known) === last ? append(known, run) : known))
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
