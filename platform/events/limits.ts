import type { BackOff } from '../time/backOff.ts'

/** Bounds that both event logs keep. Tests narrow them. */
export interface LogLimits {
  /** Events that may wait to be appended; beyond, `append` rejects with OVERLOADED. */
  waiting: number
  /** Failures after which an event is a dead letter. Few: an event that will pass is not worth holding up the others. */
  attempts: number
  backOff: BackOff
  /** `append` rejects with UNAVAILABLE after this time. */
  appendTimeoutMs: number
  /** Events handed over in one call. */
  run: number
  /** Keys of one group handled at the same time. */
  concurrency: number
}

export const logLimits: LogLimits = {
  waiting: 20_000,
  attempts: 3,
  backOff: { leastMs: 50, mostMs: 2000 },
  appendTimeoutMs: 5000,
  run: 500,
  concurrency: 64,
}
