import type { UsageCount } from '../../router/usage/usageRecorder.ts'

export type { UsageCount }

/**
 * Where counts are kept.
 *
 * Promises: what `add` resolved with is kept, added to what was there for the same day, operation and client; what is older
 * than the days that the store keeps goes away by itself. Rejects with a retriable error when it cannot be reached; then
 * nothing of that call is kept.
 */
export interface UsageStore {
  add(counts: readonly UsageCount[]): Promise<void>
  /** Everything from that day on. */
  since(day: string): Promise<UsageCount[]>
}

/** The day so many days ago, today being 0. */
export const daysAgo = (days: number, now = Date.now()): string =>
  new Date(now - days * 86_400_000).toISOString().slice(0, 10)
