/** One value under a key of fields. */
export interface Field {
  value: string
  /** What is left of its lifetime. */
  leftMs: number
}

/**
 * The store's clock, `at`: microseconds since 1970 that grow with every answer that depends on another, whichever process
 * asks. So of two states the one with the greater clock is the newer (`StateEvent.rev`).
 */

/** Small values with an expiry, shared by all processes: presence, revocations. Losing them loses no accepted message. */
export interface KeyValue {
  get(key: string): Promise<string | undefined>
  /** `ttlMs`: after so many milliseconds the key is gone. */
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** Sets only where the key is absent; true when it did. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>
  delete(key: string): Promise<void>
  /**
   * Sets one field under a key; each field has a lifetime of its own. Keys of fields and keys of values are apart.
   * Resolves with the store's clock, and whether the field was absent.
   */
  setField(key: string, field: string, value: string, ttlMs: number): Promise<{ at: number; isNew: boolean }>
  deleteField(key: string, field: string): Promise<{ at: number; wasThere: boolean }>
  /** The fields of each of these keys, in their order, with what is left of their lifetimes, and the store's clock before. */
  readFields(keys: readonly string[]): Promise<{ at: number; fields: Map<string, Field>[] }>
  ping(): Promise<void>
  close(): Promise<void>
}
