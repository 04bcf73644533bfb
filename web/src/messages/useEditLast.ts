import { useEffect } from 'react'
import type { ShownMessage } from './shownMessage.ts'
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
    const last = rows.findLast(({ message }) => isTheirs(message, viewerId))
    // While the last one is on its way there is nothing to change: the one before it is not what they mean.
    if (last?.message.arrived) onEdit(last.message.arrived.id)
  }, [count])
}

function isTheirs({ senderId, arrived, outgoing }: ShownMessage, viewerId: string): boolean {
  if (senderId !== viewerId || outgoing?.status === 'failed') return false
  return !arrived?.deletedAt && !arrived?.forwardedFrom
}
