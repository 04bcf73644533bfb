import type { SigningKeyStore, StoredKey } from './signingKeys.ts'

/** Signing keys of one process that last as long as it: for suites and for trying things out. */
export function createMemoryKeys(): SigningKeyStore {
  let keys: StoredKey[] = []
  return {
    load: async () => [...keys],
    add: async (key) => void keys.push(key),
    remove: async (kids) => void (keys = keys.filter(({ kid }) => !kids.includes(kid))),
  }
}
