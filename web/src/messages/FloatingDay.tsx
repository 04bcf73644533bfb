import { useEffect, useState } from 'react'
import { dayName } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './Timeline.module.css'
import type { TimelineRow } from './timelineRows.ts'

/** How long it stays after the last move. */
const shownMs = 1_500

/** The day of the topmost message, for who scrolls past many; its heading says the same to screen readers. */
export function FloatingDay({ row }: { row: TimelineRow | undefined }) {
  // Its own heading says it.
  const at = row && !row.startsDay ? row.message.at : null
  const now = useNow()
  const name = at === null ? null : dayName(at, now)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (at === null) return
    setShown(true)
    const timer = setTimeout(() => setShown(false), shownMs)
    return () => clearTimeout(timer)
  }, [at])
  if (name === null) return null
  return (
    <div aria-hidden="true" className={styles.day} data-shown={isShown}>
      {name}
    </div>
  )
}
