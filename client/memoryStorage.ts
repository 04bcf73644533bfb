import type { KeyedStorage } from './keyedStorage.ts'

/** Storage as browsers have it, that lives no longer than the page: where there is none, and for tests. */
export function memoryStorage(): KeyedStorage {
  const entries = new Map<string, string>()
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (n) => [...entries.keys()][n] ?? null,
    get length() {
      return entries.size
    },
  }
}
