import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ShownMessage } from './shownMessage.ts'

/** This close to the end counts as being there, in pixels. */
const nearEnd = 60

/**
 * Keeps a reader's place: at the end new messages come into view; elsewhere nothing moves, neither when earlier messages
 * are put before nor when new ones come, which are counted instead.
 */
export function useScroll(messages: readonly ShownMessage[], viewerId: string) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const known = useRef<Known>({ first: undefined, last: undefined, count: 0, height: 0, isAtEnd: true })
  const [isAtEnd, setAtEnd] = useState(true)
  const [news, setNews] = useState(0)

  const toEnd = useCallback(() => {
    const { current } = scroller
    if (current) current.scrollTop = current.scrollHeight
  }, [])

  const onScroll = useCallback(() => {
    const { current } = scroller
    if (!current) return
    const isThere = current.scrollHeight - current.scrollTop - current.clientHeight < nearEnd
    known.current.isAtEnd = isThere
    setAtEnd(isThere)
    if (isThere) setNews(0)
  }, [])

  useLayoutEffect(() => {
    const { current: element } = scroller
    if (!element) return
    const before = known.current
    const [first, last] = [messages[0]?.key, messages.at(-1)]
    const wasPrepended = before.first !== undefined && first !== before.first
    if (wasPrepended && !before.isAtEnd) element.scrollTop += element.scrollHeight - before.height
    const isNew = last !== undefined && last.key !== before.last
    if (before.isAtEnd || (isNew && last.outgoing && last.senderId === viewerId)) toEnd()
    else if (isNew && !wasPrepended) setNews((count) => count + Math.max(0, messages.length - before.count))
    known.current = { ...before, first, last: last?.key, count: messages.length, height: element.scrollHeight }
  }, [messages, viewerId, toEnd])

  // The composer grows, a keyboard opens, a font loads: who was at the end stays there.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (known.current.isAtEnd) toEnd()
      if (scroller.current) known.current.height = scroller.current.scrollHeight
    })
    for (const element of [scroller.current, content.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [toEnd])

  return { scroller, content, onScroll, isAtEnd, news, toEnd }
}

interface Known {
  first: string | undefined
  last: string | undefined
  count: number
  height: number
  isAtEnd: boolean
}
