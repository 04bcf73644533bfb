/** What the router has counted: one operation of one client on one day. */
export interface UsageCount {
  /** YYYY-MM-DD in UTC. */
  day: string
  operation: RecordedOperation
  /** What the client calls itself; '' where it says nothing. At most 100 characters each. */
  client: { name: string; version: string }
  requests: number
}

export interface RecordedOperation {
  /** SHA-256 of its normal form in hexadecimal. */
  hash: string
  /** As in `query Inbox`. */
  name: string
  /** Its text with the literals blanked out; '' where it is too long to keep. */
  text: string
  /** What it uses of the schema, as coordinates. */
  coordinates: readonly string[]
}

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
