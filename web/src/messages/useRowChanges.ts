import { useLayoutEffect, useRef } from 'react'
import type { TimelineRow } from './timelineRows.ts'

interface Known {
  rows: readonly TimelineRow[]
  epoch: number
}

/**
 * How the rows differ from those drawn last: `shift` where some were added or removed at the start only, so that the list
 * keeps its place from the end; another `epoch` where they changed at both ends, which the list cannot follow.
 */
export function useRowChanges(rows: readonly TimelineRow[]): { shift: boolean; epoch: number } {
  const known = useRef<Known>({ rows, epoch: 0 })
  const changes = compareRows(known.current.rows, rows)
  const epoch = known.current.epoch + (changes === 'other' ? 1 : 0)
  useLayoutEffect(() => {
    known.current = { rows, epoch }
  })
  return { shift: changes === 'start', epoch }
}

export function compareRows(before: readonly TimelineRow[], after: readonly TimelineRow[]): 'same' | 'start' | 'other' {
  const [first, next] = [before[0]?.key, after[0]?.key]
  if (first === next || first === undefined || next === undefined) return 'same'
  return before.at(-1)!.key === after.at(-1)!.key ? 'start' : 'other'
}
