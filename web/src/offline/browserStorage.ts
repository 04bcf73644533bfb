import type { KeyedStorage } from '../../../client/keyedStorage.ts'
import { memoryStorage } from '../../../client/memoryStorage.ts'

/**
 * The browser's `localStorage`. Where the browser gives none (cookies switched off, a page in another site's frame), what is kept lives as
 * long as the page. One that is full throws in `setItem`, as ever: {@link keep} does not.
 */
export const browserStorage: KeyedStorage = own() ?? memoryStorage()

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
