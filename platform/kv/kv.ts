/** Small values with an expiry, shared by all processes: presence, revocations. Losing them loses no accepted message. */
export interface KeyValue {
  get(key: string): Promise<string | undefined>
  /** `ttlMs`: after so many milliseconds the key is gone. */
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** Sets only where the key is absent; true when it did. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>
  delete(key: string): Promise<void>
  ping(): Promise<void>
  close(): Promise<void>
}
