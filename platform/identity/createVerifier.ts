import { JOSEError, JWTExpired } from 'jose/errors'
import { jwtVerify } from 'jose/jwt/verify'
import { LRUCache } from 'lru-cache'
import { ParleyError, Unauthenticated } from '../errors.ts'
import { createKeySet, jwksAt } from './keySet.ts'
import type { JwksSource } from './keySet.ts'
import { invalidToken, parleyTokens, type TokenProfile } from './tokenProfile.ts'
import type { TokenVerifier } from './tokens.ts'
import type { Identity } from './viewer.ts'

/** Tokens of about 500 bytes each. */
const REMEMBERED = 10_000

/**
 * Verifies access tokens with the keys at a URL, or those that a function gives. A signature is checked once per token and
 * process; the expiry, every time. `accepts`: those of Parley, unless told otherwise.
 */
export function createVerifier({
  jwks,
  accepts = parleyTokens,
  now = Date.now,
}: {
  jwks: string | JwksSource
  accepts?: TokenProfile
  now?: () => number
}): TokenVerifier {
  const keySet = createKeySet(typeof jwks === 'string' ? jwksAt(jwks) : jwks, now)
  const verified = new LRUCache<string, Identity>({ max: REMEMBERED })
  const pending = new Map<string, Promise<Identity>>()

  async function verifySignature(token: string): Promise<Identity> {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: [...accepts.algorithms],
        requiredClaims: [...accepts.requiredClaims],
        ...(accepts.issuer === undefined ? {} : { issuer: accepts.issuer }),
        ...(accepts.audience === undefined ? {} : { audience: accepts.audience }),
        ...(accepts.type === undefined ? {} : { typ: accepts.type }),
        currentDate: new Date(now()),
      })
      const identity = Object.freeze(accepts.identityOf(payload, token))
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

const expired = () => new Unauthenticated('The access token has expired.')

function refusal(error: unknown): unknown {
  if (error instanceof ParleyError) return error
  if (error instanceof JWTExpired) return expired()
  return error instanceof JOSEError ? invalidToken() : error
}
