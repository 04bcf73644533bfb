import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { VirtualizerHandle } from 'virtua'
import { useRowChanges } from './useRowChanges.ts'
import type { TimelineRow } from './timelineRows.ts'

/** This close to the end counts as being there, in pixels. */
const nearEnd = 60
/** More pixels than any list has: the browser stops at the end, wherever that is by then. */
const beyondEnd = 1e9
/** How long a message that one has jumped to stays marked. */
const markMs = 2_200

interface Place {
  /** At the end, where new messages come into view. */
  isPinned: boolean
  /** Pixels that one has scrolled down. */
  top: number
  /** The first row on the screen. */
  key: string | null
  hasBegun: boolean
  epoch: number
}

/** What is on the screen: indices of rows. */
export interface ListPlace {
  isAtEnd: boolean
  top: number
  bottom: number
}

export interface ListScroll {
  scroller: RefObject<HTMLDivElement | null>
  virtualizer: RefObject<VirtualizerHandle | null>
  /** For the virtual list: rows were added or removed at the start. */
  shift: boolean
  /** Changes where the list is drawn anew, because its rows changed at both ends. */
  epoch: number
  isAtEnd: boolean
  /** The row that one has jumped to. */
  marked: string | null
  onScroll(): void
  toEnd(): void
  /** What is opened in a row grows downwards, away from who reads it: the end is not followed then. */
  stay(): void
  /** Brings a row into view and marks it, now or as soon as it is there. */
  showRow(isIt: (row: TimelineRow) => boolean): void
}

/**
 * Keeps a reader's place: at the end new messages come into view; elsewhere nothing moves, neither when messages are put
 * before or dropped nor when new ones come.
 *
 * @param onMove  told what is on the screen after each move and each change
 */
export function useListScroll(rows: readonly TimelineRow[], onMove: (place: ListPlace) => void): ListScroll {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useRef<VirtualizerHandle>(null)
  const place = useRef<Place>({ isPinned: true, top: 0, key: null, hasBegun: false, epoch: 0 })
  const [isAtEnd, setAtEnd] = useState(true)
  const { target, marked, goTo, showRow } = useTarget(virtualizer)
  const { shift, epoch } = useRowChanges(rows)
  const tell = useLatest(onMove)
  const drawn = useLatest(rows)

  const pin = useCallback(() => {
    const { current } = scroller
    if (!current) return
    current.scrollTop = current.scrollHeight
    place.current.top = current.scrollTop
  }, [])

  const stay = useCallback(() => void (place.current.isPinned = false), [])
  const look = useCallback(() => {
    const [element, list] = [scroller.current, virtualizer.current]
    if (!element || !list || !place.current.hasBegun) return
    const { scrollTop, scrollHeight, clientHeight } = element
    const isThere = scrollHeight - scrollTop - clientHeight < nearEnd
    // Rows that come, or turn out higher than thought, move the end away; only the reader goes back from it.
    const isLeft = !isThere && scrollTop < place.current.top
    place.current.isPinned = isThere || (place.current.isPinned && !isLeft)
    place.current.top = scrollTop
    if (place.current.isPinned) pin()
    setAtEnd(place.current.isPinned)
    const [top, bottom] = [list.findItemIndex(scrollTop), list.findItemIndex(scrollTop + clientHeight - 12)]
    place.current.key = drawn.current[top]?.key ?? null
    tell.current({ isAtEnd: place.current.isPinned, top, bottom })
  }, [pin, tell, drawn])

  const toEnd = useCallback(() => {
    place.current.isPinned = true
    target.current = null
    // Ends a jump that is under way: the list goes on correcting it for a while.
    virtualizer.current?.scrollTo(beyondEnd)
    pin()
  }, [pin, target])

  useLayoutEffect(() => {
    // Until one knows where to begin, the rows are not drawn.
    if (rows.length === 0 || !scroller.current) return
    const wanted = target.current ? rows.findIndex(target.current) : -1
    const divider = place.current.hasBegun ? -1 : rows.findIndex(({ startsUnread }) => startsUnread)
    place.current.hasBegun = true
    if (wanted >= 0 || divider >= 0) place.current.isPinned = false
    const { key, isPinned } = place.current
    const isNewList = place.current.epoch !== epoch
    // In a new list no place is further up or down than one was.
    if (isNewList) place.current = { ...place.current, epoch, top: 0 }
    const kept = isNewList && !isPinned ? rows.findIndex((row) => row.key === key) : -1
    if (wanted >= 0) goTo(wanted, rows[wanted]!.key)
    else if (divider >= 0) goTo(divider, null)
    else if (kept >= 0) virtualizer.current?.scrollToIndex(kept, { align: 'start' })
    look()
  })

  // The composer grows, a keyboard opens, a font loads: who was at the end stays there.
  useResize(scroller, look)

  return { scroller, virtualizer, shift, epoch, isAtEnd, marked, onScroll: look, toEnd, stay, showRow }
}

/** Rows that one jumps to: a wanted one may not be there yet; one that was reached stays marked for a while. */
function useTarget(virtualizer: RefObject<VirtualizerHandle | null>) {
  const target = useRef<((row: TimelineRow) => boolean) | null>(null)
  const [marked, mark] = useMarked()
  const [, drawAgain] = useState(0)
  const goTo = useCallback(
    (index: number, key: string | null) => {
      virtualizer.current?.scrollToIndex(index, { align: key ? 'center' : 'start', offset: key ? 0 : -72 })
      if (key === null) return
      target.current = null
      mark(key)
    },
    [virtualizer, mark],
  )
  const showRow = useCallback((isIt: (row: TimelineRow) => boolean) => {
    target.current = isIt
    drawAgain((count) => count + 1)
  }, [])
  return { target, marked, goTo, showRow }
}

/** Marks a row for a while. */
function useMarked() {
  const [marked, setMarked] = useState<string | null>(null)
  useEffect(() => {
    if (!marked) return
    const timer = setTimeout(() => setMarked(null), markMs)
    return () => clearTimeout(timer)
  }, [marked])
  return [marked, setMarked] as const
}

/** Calls back when a list, or what is in it, becomes higher or lower: looked for after each drawing, since it may only now be there. */
function useResize(scroller: RefObject<HTMLElement | null>, onResize: () => void): void {
  const latest = useLatest(onResize)
  const observer = useRef<ResizeObserver | null>(null)
  const watched = useRef(new Set<Element>())
  useEffect(() => {
    const watching = (observer.current ??= new ResizeObserver(() => latest.current()))
    const { current } = scroller
    const now = new Set<Element>(current ? [current, ...current.children] : [])
    for (const element of watched.current) if (!now.has(element)) watching.unobserve(element)
    for (const element of now) if (!watched.current.has(element)) watching.observe(element)
    watched.current = now
  })
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
      watched.current = new Set()
    },
    [],
  )
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
