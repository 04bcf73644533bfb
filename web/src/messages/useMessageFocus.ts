import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { TimelineRow } from './timelineRows.ts'
import type { ListScroll } from './useListScroll.ts'

export interface MessageFocus {
  /** Key of the row that the keyboard stands on. */
  key: string | null
  set(key: string): void
  /** Rows that stay drawn, wherever one scrolls. */
  kept: readonly number[]
  onFocus(event: FocusEvent): void
  onKeyDown(event: KeyboardEvent): void
}

/** Where the keys of the keyboard's arrows lead to, from a row. */
const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** The keyboard in a list of messages: arrows go from one to the next, Enter opens a message's menu. */
export function useMessageFocus(rows: readonly TimelineRow[], { scroller, virtualizer }: ListScroll): MessageFocus {
  const [key, set] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const index = rows.findIndex((row) => row.key === key)

  const focusWanted = () => {
    if (!wanted.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.current)}"]`)
    row?.focus({ preventScroll: true })
    if (row) wanted.current = null
  }
  // A row that is far away is drawn once it is the one that has the focus.
  useEffect(focusWanted)

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const isOnRow = target === scroller.current || target.dataset.key !== undefined
    if (!isOnRow || event.defaultPrevented) return
    if (event.key === 'Enter' && target.dataset.key) {
      event.preventDefault()
      return target.querySelector<HTMLElement>('button[aria-haspopup="menu"]')?.click()
    }
    if (event.key === 'Escape') scroller.current?.closest('main')?.querySelector('textarea')?.focus()
    const step = steps[event.key]
    if (step === undefined || rows.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    // From the list itself an arrow leads to the row that one stood on, at first the newest.
    const from = index < 0 ? rows.length - 1 : index
    const isInList = target === scroller.current && Number.isFinite(step)
    const to = Math.max(0, Math.min(rows.length - 1, isInList ? from : from + step))
    wanted.current = rows[to]!.key
    set(rows[to]!.key)
    virtualizer.current?.scrollToIndex(to, { align: 'nearest' })
    focusWanted()
  }
  // Whoever comes by Tab finds the newest row next.
  const onFocus = ({ target, currentTarget }: FocusEvent) => {
    if (target === currentTarget && index < 0 && rows.length > 0) set(rows.at(-1)!.key)
  }
  return { key, set, kept: index >= 0 ? [index] : [], onFocus, onKeyDown }
}
