import { LRUCache } from 'lru-cache'
import { Unavailable } from '../../errors.ts'
import type { KeyValue } from '../kv.ts'
import { checkEntry } from '../limits.ts'

/** Values in this process. When `entries` is reached, the one that was used least recently goes. */
export class MemoryKeyValue implements KeyValue {
  private readonly values: LRUCache<string, string>
  private closed = false

  constructor({ entries = 100_000 }: { entries?: number } = {}) {
    // ttlResolution 0: an expiry holds to the millisecond, as with Redis.
    this.values = new LRUCache({ max: entries, ttlResolution: 0 })
  }

  async get(key: string): Promise<string | undefined> {
    this.requireOpen()
    return this.values.get(key)
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    this.requireOpen()
    checkEntry(key, value, ttlMs)
    this.values.set(key, value, { ttl: ttlMs })
  }

  async setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    this.requireOpen()
    checkEntry(key, value, ttlMs)
    if (this.values.has(key)) return false
    this.values.set(key, value, { ttl: ttlMs })
    return true
  }

  async delete(key: string): Promise<void> {
    this.requireOpen()
    this.values.delete(key)
  }

  async ping(): Promise<void> {
    this.requireOpen()
  }

  async close(): Promise<void> {
    this.closed = true
    this.values.clear()
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('The key-value store is closed.')
  }
}
