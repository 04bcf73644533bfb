import { JWKSNoMatchingKey } from 'jose/errors'
import { createLocalJWKSet } from 'jose/jwks/local'
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import { Unavailable } from '../errors.ts'
import { withTimeout } from '../time/withTimeout.ts'
import type { Jwks } from './tokens.ts'

export type JwksSource = () => Promise<Jwks>

/** A key that was taken away stops counting after this, at the latest. */
const MAX_AGE_MS = 5 * 60_000
/** Tokens with made-up key ids must not make a flood of reads. */
const COOL_DOWN_MS = 1_000
const TIMEOUT_MS = 5_000

/**
 * The key for a token, by its `kid`. Keys are read when they are first needed, when a `kid` is not among them (at most once
 * a second), and when they are old; while they cannot be read anew, the old ones count.
 * @throws Unavailable  there are no keys yet, and they cannot be read
 */
export function createKeySet(source: JwksSource, now: () => number): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined
  let readAt = -Infinity
  let triedAt = -Infinity
  let reading: Promise<void> | undefined

  const read = (): Promise<void> => {
    triedAt = now()
    reading ??= withTimeout(TIMEOUT_MS, 'Reading the keys', source)
      .then((jwks) => {
        keys = createLocalJWKSet(jwks as unknown as JSONWebKeySet)
        readAt = now()
      })
      .finally(() => (reading = undefined))
    return reading
  }
  const mayRead = () => reading !== undefined || now() - triedAt >= COOL_DOWN_MS

  return async (header, token) => {
    if (!keys) {
      await read().catch((cause: unknown) => {
        throw new Unavailable('The keys of access tokens cannot be read.', { cause, retryAfterMs: 1_000 })
      })
    } else if (now() - readAt > MAX_AGE_MS && mayRead()) await read().catch(() => undefined)
    try {
      return await keys!(header, token)
    } catch (error) {
      if (!(error instanceof JWKSNoMatchingKey) || !mayRead()) throw error
    }
    await read().catch(() => undefined)
    return keys!(header, token)
  }
}

/** The key set at an address. */
export const jwksAt =
  (url: string): JwksSource =>
  async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) throw new Error(`${url} answered with status ${response.status}.`)
    return (await response.json()) as Jwks
  }
