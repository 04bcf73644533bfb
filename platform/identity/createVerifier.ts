import { errors, jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'
import { LRUCache } from 'lru-cache'
import { ParleyError, Unauthenticated } from '../errors.ts'
import { createKeySet, jwksAt } from './keySet.ts'
import type { JwksSource } from './keySet.ts'
import { profile } from './tokens.ts'
import type { TokenVerifier } from './tokens.ts'
import type { Identity } from './viewer.ts'

/** Tokens of about 500 bytes each. */
const REMEMBERED = 10_000

/**
 * Verifies access tokens with the keys at a URL, or those that a function gives. A signature is checked once per token and
 * process; the expiry, every time.
 */
export function createVerifier({
  jwks,
  now = Date.now,
}: {
  jwks: string | JwksSource
  now?: () => number
}): TokenVerifier {
  const keySet = createKeySet(typeof jwks === 'string' ? jwksAt(jwks) : jwks, now)
  const verified = new LRUCache<string, Identity>({ max: REMEMBERED })
  const pending = new Map<string, Promise<Identity>>()

  async function verifySignature(token: string): Promise<Identity> {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: [profile.algorithm],
        issuer: profile.issuer,
        audience: profile.audience,
        typ: profile.type,
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(now()),
      })
      const identity = identityOf(payload)
      verified.set(token, identity)
      return identity
    } catch (error) {
      throw refusal(error)
    } finally {
      pending.delete(token)
    }
  }

  return {
    async verify(token) {
      const known = verified.get(token)
      if (known) {
        if (known.expiresAt > now()) return known
        verified.delete(token)
        throw expired()
      }
      let verifying = pending.get(token)
      if (!verifying) {
        verifying = verifySignature(token)
        pending.set(token, verifying)
      }
      return verifying
    },
  }
}

function identityOf({ sub, sid, guest, exp }: JWTPayload): Identity {
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof guest !== 'boolean') throw invalid()
  return Object.freeze({ userId: sub, sessionId: sid, isGuest: guest, expiresAt: exp! * 1000 })
}

const expired = () => new Unauthenticated('The access token has expired.')
const invalid = () => new Unauthenticated('The access token is not valid.')

function refusal(error: unknown): unknown {
  if (error instanceof ParleyError) return error
  if (error instanceof errors.JWTExpired) return expired()
  return error instanceof errors.JOSEError ? invalid() : error
}
