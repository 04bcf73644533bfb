import { useEffect } from 'react'
import type { TimelineSurroundings } from './TimelineContext.ts'
import type { TimelineRow } from './timelineRows.ts'

/** Begins to change the viewer's last message each time that `count` grows. */
export function useEditLast(
  count: number,
  rows: readonly TimelineRow[],
  { viewerId, onEdit }: TimelineSurroundings,
): void {
  useEffect(() => {
    if (count === 0) return
    const last = rows.findLast(({ message }) => {
      const { arrived } = message
      return arrived?.sender.id === viewerId && !arrived.deletedAt && !arrived.forwardedFrom
    })
    if (last?.message.arrived) onEdit(last.message.arrived.id)
  }, [count])
}
