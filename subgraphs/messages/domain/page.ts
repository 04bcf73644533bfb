import type { SeqRange } from '../store/readRanges.ts'

/** A part of a list whose positions are 1, 2, 3, … in ascending order, and whether there is more on either side. */
export interface Page<T> {
  items: T[]
  hasPrevious: boolean
  hasNext: boolean
}

/** The oldest and the newest position of a list; `last` below `first` where it is empty. */
export interface Span {
  first: number
  last: number
}

/**
 * What lies beyond the ends of a page. One that is not full has come to the end of the list; beside a full one there may be
 * only messages that the viewer has hidden, so that the next page may be empty.
 */
export function toPage<T>(items: T[], positionOf: (item: T) => number, range: SeqRange, list: Span): Page<T> {
  const { above, below, limit, end } = range
  const { first, last } = list
  const full = items.length === limit
  const isThere = last >= first
  const [oldest, newest] = [items[0], items.at(-1)].map((item) => item && positionOf(item))
  if (end === 'first') {
    return { items, hasPrevious: above >= first && isThere, hasNext: full ? (newest ?? above) < last : below <= last }
  }
  const start = oldest ?? Math.min(below, last + 1)
  return { items, hasPrevious: (full ? start > first : above >= first) && isThere, hasNext: below <= last }
}
