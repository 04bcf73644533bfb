import type { Field } from '../kv.ts'

interface Entry {
  value: string
  /** `performance.now()` at its end. */
  endsAt: number
}

/** Fields in this process. Beyond `bound` of them, those that were set longest ago go. */
export class MemoryFields {
  readonly #keys = new Map<string, Map<string, Entry>>()
  readonly #bound: number
  #size = 0
  #last = 0

  constructor(bound: number) {
    this.#bound = bound
  }

  /** Microseconds, never twice the same. */
  clock(): number {
    return (this.#last = Math.max(this.#last + 1, Date.now() * 1_000))
  }

  /** True where it was absent. */
  set(key: string, field: string, value: string, ttlMs: number): boolean {
    const isNew = !this.delete(key, field)
    const fields = this.#keys.get(key) ?? new Map<string, Entry>()
    fields.set(field, { value, endsAt: performance.now() + ttlMs })
    // At the end of the map: what was not set for longest comes first.
    this.#keys.delete(key)
    this.#keys.set(key, fields)
    this.#size++
    this.#makeRoom()
    return isNew
  }

  /** True where it was there, and alive. */
  delete(key: string, field: string): boolean {
    const fields = this.#keys.get(key)
    const entry = fields?.get(field)
    if (!fields || !entry) return false
    fields.delete(field)
    this.#size--
    if (fields.size === 0) this.#keys.delete(key)
    return entry.endsAt > performance.now()
  }

  read(key: string): Map<string, Field> {
    const now = performance.now()
    const alive = new Map<string, Field>()
    for (const [field, { value, endsAt }] of this.#keys.get(key) ?? []) {
      if (endsAt > now) alive.set(field, { value, leftMs: Math.ceil(endsAt - now) })
      else this.delete(key, field)
    }
    return alive
  }

  clear(): void {
    this.#keys.clear()
    this.#size = 0
  }

  #makeRoom(): void {
    while (this.#size > this.#bound) {
      const [[key, fields]] = this.#keys as unknown as [[string, Map<string, Entry>]]
      this.delete(key, fields.keys().next().value!)
    }
  }
}
