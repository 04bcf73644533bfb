import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'
import { exportJWK } from 'jose/key/export'
import { generateKeyPair } from 'jose/key/generate/keypair'
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
  remove(kids: readonly string[]): Promise<void>
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

const DAY_MS = 24 * 60 * 60_000
/** A key signs for so long; what it signed is verified for a while longer. */
const ROTATED_AFTER_MS = 30 * DAY_MS

/**
 * A new key where the newest is old, and none that has signed nothing for a day and whose last tokens have expired.
 * Processes that rotate at once may each make one: all then count. Resolves with the keys as they are then.
 * @param ttlMs  how long a token lives
 */
export async function rotateSigningKeys(store: SigningKeyStore, ttlMs: number, now: number): Promise<StoredKey[]> {
  const keys = await store.load()
  const newest = Math.max(...keys.map((key) => key.createdAt))
  if (newest <= now - ROTATED_AFTER_MS) await store.add(await newSigningKey(now))
  const signedUntil = now - ttlMs - PUBLISHED_AFTER_MS - DAY_MS
  const successor = keys.filter((key) => key.createdAt <= signedUntil).sort((a, b) => b.createdAt - a.createdAt)[0]
  const retired = keys.filter((key) => successor && key.createdAt < successor.createdAt)
  if (retired.length > 0) await store.remove(retired.map(({ kid }) => kid))
  return store.load()
}
