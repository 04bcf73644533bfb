import { useCallback, useEffect, useRef, useState } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { drop, maxHeld } from './messageWindow.ts'
import type { TimelineRow } from './timelineRows.ts'
import type { ListPlace } from './useListScroll.ts'
import type { TimelineView } from './useTimeline.ts'
import { isLookedAt } from './useUnreadDivider.ts'

/** So many rows before the first or last one that is there, the next ones are fetched. */
const ahead = 15
/** More than this many messages over the bound, which came live, are dropped at the end that is not looked at. */
const slack = 100

interface ReadingSurroundings {
  conversationId: string
  rows: readonly TimelineRow[]
  timeline: TimelineView
}

/**
 * What follows from where one reads: messages that were on the screen of a page that somebody looks at are read, those
 * before and after are fetched in time, and a new snapshot shows the same place.
 */
export function useReading({ conversationId, rows, timeline }: ReadingSurroundings) {
  const { store, readPointers, places } = useChat()
  const place = useRef<ListPlace>({ isAtEnd: true, top: 0, bottom: 0 })
  const [top, setTop] = useState(0)
  const { hasEarlier, hasLater, isLoading, problem, loadEarlier, loadLater, change } = timeline

  const read = () => {
    const row = store.read(conversationId)?.row
    if (!row || !isLookedAt() || rows.length === 0) return
    const isAtEnd = place.current.isAtEnd && !hasLater
    const seq = isAtEnd ? row.lastMessage?.seq : lastArrived(rows, place.current.bottom)
    if (seq && row.unreadCount > 0 && seq > (row.viewerMember?.readSeq ?? 0)) readPointers.read(conversationId, seq)
  }
  const onMove = (moved: ListPlace) => {
    place.current = moved
    setTop(moved.top)
    places.set(conversationId, moved.isAtEnd && !hasLater ? null : (rows[moved.top]?.message.arrived?.seq ?? null))
    read()
    if (isLoading || problem) return
    if (hasEarlier && moved.top < ahead) void loadEarlier()
    else if (hasLater && moved.bottom > rows.length - ahead) void loadLater()
    else if (rows.length > maxHeld + slack) change((known) => drop(known, moved.isAtEnd ? 'earliest' : 'latest'))
  }
  useLooking(read)
  useEffect(() => () => places.set(conversationId, null), [places, conversationId])
  return { onMove, top }
}

/** Calls back when somebody looks at the page again. */
function useLooking(onLook: () => void): void {
  const latest = useRef(onLook)
  useEffect(() => {
    latest.current = onLook
  })
  const look = useCallback(() => latest.current(), [])
  useEffect(() => {
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [look])
}

/** `seq` of the last message down to a row that has arrived. */
function lastArrived(rows: readonly TimelineRow[], index: number): number | undefined {
  for (let at = Math.min(index, rows.length - 1); at >= 0; at -= 1) {
    const seq = rows[at]?.message.arrived?.seq
    if (seq !== undefined) return seq
  }
  return undefined
}
