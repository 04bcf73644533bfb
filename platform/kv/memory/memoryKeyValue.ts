import { LRUCache } from 'lru-cache'
import { Unavailable } from '../../errors.ts'
import type { KeyValue } from '../kv.ts'
import { checkEntry, checkKeys } from '../limits.ts'
import { MemoryFields } from './memoryFields.ts'

/** Values in this process. When `entries` is reached, the one that was used least recently goes. */
export class MemoryKeyValue implements KeyValue {
  private readonly values: LRUCache<string, string>
  private readonly fields: MemoryFields
  private closed = false

  constructor({ entries = 100_000 }: { entries?: number } = {}) {
    // ttlResolution 0: an expiry holds to the millisecond, as with Redis.
    this.values = new LRUCache({ max: entries, ttlResolution: 0 })
    this.fields = new MemoryFields(entries)
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

  async setField(key: string, field: string, value: string, ttlMs: number) {
    this.requireOpen()
    checkEntry(key, value, ttlMs)
    checkKeys([field])
    return { at: this.fields.clock(), isNew: this.fields.set(key, field, value, ttlMs) }
  }

  async deleteField(key: string, field: string) {
    this.requireOpen()
    return { at: this.fields.clock(), wasThere: this.fields.delete(key, field) }
  }

  async readFields(keys: readonly string[]) {
    this.requireOpen()
    checkKeys(keys)
    return { at: this.fields.clock(), fields: keys.map((key) => this.fields.read(key)) }
  }

  async ping(): Promise<void> {
    this.requireOpen()
  }

  async close(): Promise<void> {
    this.closed = true
    this.values.clear()
    this.fields.clear()
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('The key-value store is closed.')
  }
}
