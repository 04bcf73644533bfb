import { InvalidInput } from '../errors.ts'
import type { Cursor } from './cursor.ts'

/** A connection field's arguments, as GraphQL gives them. */
export interface PageArguments {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/**
 * The part of a list that is wanted: the `limit` entries next to the one end (`forward` from the start, `backward` from the
 * end), strictly between `after` and `before`. A store reads `limit + 1` rows in that direction.
 */
export interface Page<K> {
  direction: 'forward' | 'backward'
  limit: number
  after?: K
  before?: K
}

export const MAX_PAGE_SIZE = 100

/**
 * @param otherwise  the page where neither `first` nor `last` is given
 * @throws InvalidInput  both `first` and `last`, a size that is negative or above 100, or a cursor that is none
 */
export function requestedPage<K>(
  { first, after, last, before }: PageArguments,
  cursor: Cursor<K>,
  otherwise: { direction?: Page<K>['direction']; size: number },
): Page<K> {
  if (isGiven(first) && isGiven(last)) throw new InvalidInput('Give first or last, not both.')
  const direction = isGiven(first) ? 'forward' : isGiven(last) ? 'backward' : (otherwise.direction ?? 'forward')
  return {
    direction,
    limit: checkedSize(direction === 'forward' ? 'first' : 'last', first ?? last ?? otherwise.size),
    ...(isGiven(after) ? { after: cursor.decode(after) } : {}),
    ...(isGiven(before) ? { before: cursor.decode(before) } : {}),
  }
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null

function checkedSize(name: string, size: number): number {
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size
  throw new InvalidInput(`${name} must be from 0 to ${MAX_PAGE_SIZE}.`)
}
