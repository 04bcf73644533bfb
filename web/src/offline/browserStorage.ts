import type { KeyedStorage } from '../../../client/keyedStorage.ts'

/**
 * The browser's `localStorage`. Where the browser gives none (cookies switched off, a page in another site's frame), what is kept lives as
 * long as the page. One that is full throws in `setItem`, as ever: {@link keep} does not.
 */
export const browserStorage: KeyedStorage = own() ?? pageStorage()

/** Keeps what is worth no word where the storage is full. */
export function keep(key: string, value: string): void {
  try {
    browserStorage.setItem(key, value)
  } catch {
    // It lives as long as the page.
  }
}

/** Naming it is what is refused. */
function own(): KeyedStorage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function pageStorage(): KeyedStorage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}
