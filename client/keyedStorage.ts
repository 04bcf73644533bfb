/**
 * A browser's storage, or whatever keeps text in the same way, at once: `expo-sqlite/localStorage` does. Said here in full, for
 * those whose TypeScript knows no browser.
 */
export interface KeyedStorage {
  readonly length: number
  /** The name of the entry at this place; null where there is none. */
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What a window's `storage` event tells of another tab: which entry changed (null: all were cleared), and into what. */
export interface StorageChange {
  readonly key: string | null
  readonly newValue: string | null
}
