import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TimelineRow } from './timelineRows.ts'
import type { ListScroll } from './useListScroll.ts'

export interface MessageFocus {
  /** Key of the row that the keyboard stands on. */
  key: string | null
  set(key: string): void
  /** Rows that stay drawn, wherever one scrolls. */
  kept: readonly number[]
  onKeyDown(event: KeyboardEvent): void
}

/** Where the keys of the keyboard's arrows lead to, from a row. */
const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** The keyboard in a list of messages: arrows go from one to the next, Enter opens a message's menu. */
export function useMessageFocus(rows: readonly TimelineRow[], { scroller, virtualizer }: ListScroll): MessageFocus {
  const [key, set] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const index = rows.findIndex((row) => row.key === key)

  useEffect(() => {
    if (!wanted.current || wanted.current !== key) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    row?.focus({ preventScroll: true })
    if (row) wanted.current = null
  })

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
    const from = index >= 0 ? index + step : step < 0 && step !== -Infinity ? rows.length - 1 : step
    const to = Math.max(0, Math.min(rows.length - 1, from))
    wanted.current = rows[to]!.key
    set(rows[to]!.key)
    virtualizer.current?.scrollToIndex(to, { align: 'nearest' })
  }
  return { key, set, kept: index >= 0 ? [index] : [], onKeyDown }
}
