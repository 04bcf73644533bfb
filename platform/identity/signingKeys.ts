import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'

/** A key pair as it is stored. `kid` is the thumbprint of the public key (RFC 7638). */
export interface StoredKey {
  kid: string
  privateJwk: Record<string, unknown>
  publicJwk: Record<string, unknown>
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Where signing keys are kept, for all processes that issue tokens. */
export interface SigningKeyStore {
  load(): Promise<StoredKey[]>
  add(key: StoredKey): Promise<void>
}

/** Every verifier has read the keys anew by then (see `MAX_AGE_MS` in keySet.ts). */
const PUBLISHED_AFTER_MS = 10 * 60_000

/** A new key pair for EdDSA on Ed25519 (RFC 8037). */
export async function newSigningKey(now: number): Promise<StoredKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const publicJwk = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  const about: JWK = { kid, alg: 'EdDSA', use: 'sig' }
  return {
    kid,
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...about },
    publicJwk: { ...publicJwk, ...about },
    createdAt: now,
  }
}

/** The stored keys; where there are none, one is made. Processes that start at once may each make one: all then count. */
export async function loadSigningKeys(store: SigningKeyStore, now: number): Promise<StoredKey[]> {
  const keys = await store.load()
  if (keys.length > 0) return keys
  await store.add(await newSigningKey(now))
  return store.load()
}

/**
 * The key that signs: the newest of those that every verifier has had time to read, else the oldest. So processes that see
 * the same keys agree, and a token never comes before its key.
 */
export function signerAmong(keys: readonly StoredKey[], now: number): StoredKey {
  const byAge = keys.toSorted((a, b) => a.createdAt - b.createdAt || (a.kid < b.kid ? -1 : 1))
  const signer = byAge.findLast((key) => key.createdAt <= now - PUBLISHED_AFTER_MS) ?? byAge[0]
  if (!signer) throw new Error('There are no signing keys.')
  return signer
}
