import type { SeqRange } from '../store/readRanges.ts'

/** A part of a list whose positions are 1, 2, 3, … in ascending order, and whether there is more on either side. */
export interface Page<T> {
  items: T[]
  hasPrevious: boolean
  hasNext: boolean
}

/**
 * What lies beyond the ends of a page. One that is not full has come to the end of the list; beside a full one there may be
 * only messages that the viewer has hidden, so that the next page may be empty.
 *
 * @param last  the newest position of the list
 */
export function toPage<T>(items: T[], positionOf: (item: T) => number, range: SeqRange, last: number): Page<T> {
  const { above, below, limit, end } = range
  const full = items.length === limit
  const [oldest, newest] = [items[0], items.at(-1)].map((item) => item && positionOf(item))
  if (end === 'first') {
    return { items, hasPrevious: above > 0 && last > 0, hasNext: full ? (newest ?? above) < last : below <= last }
  }
  const first = oldest ?? Math.min(below, last + 1)
  return { items, hasPrevious: full ? first > 1 && last > 0 : above > 0 && last > 0, hasNext: below <= last }
}
