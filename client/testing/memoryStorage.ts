import type { KeyedStorage } from '../keyedStorage.ts'

/** Storage as browsers have it, for tests. */
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

export const keysOf = (storage: KeyedStorage): string[] =>
  Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '')
