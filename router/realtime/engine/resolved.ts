import type { SharedResult } from './sharedResult.ts'

/** What came of resolving an event or a state. */
export interface Resolved {
  result: SharedResult
  /** Without errors: worth keeping for others who ask for the same event. */
  whole: boolean
  /**
   * A part of the graph was away or did not answer for as long as it is waited for, or all tokens were over: who comes back with `after` may
   * get all of it.
   */
  isAway: boolean
  /** It failed, and those it was for are gone or their tokens have ended: no word on what another one would get. */
  isForsaken: boolean
}
