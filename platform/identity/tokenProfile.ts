import type { JWTPayload } from 'jose'
import { createHash } from 'node:crypto'
import { Unauthenticated } from '../errors.ts'
import { profile } from './tokens.ts'
import type { Identity } from './viewer.ts'

/** Which tokens a verifier takes, and whom they stand for. */
export interface TokenProfile {
  readonly algorithms: readonly string[]
  /** Undefined: any. */
  readonly issuer?: string | undefined
  readonly audience?: string | undefined
  readonly type?: string
  readonly requiredClaims: readonly string[]
  /** @throws Unauthenticated  a claim is missing or of another form */
  identityOf(payload: JWTPayload, token: string): Identity
}

/** The tokens that Parley issues. */
export const parleyTokens: TokenProfile = {
  algorithms: [profile.algorithm],
  issuer: profile.issuer,
  audience: profile.audience,
  type: profile.type,
  requiredClaims: ['exp', 'sub'],
  identityOf({ sub, sid, guest, exp, scope }) {
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof guest !== 'boolean') throw invalidToken()
    const identity = { userId: sub, sessionId: sid, isGuest: guest, expiresAt: exp! * 1000 }
    return scope === undefined ? identity : { ...identity, scopes: Object.freeze(words(scope)) }
  },
}

/** With a public key alone: a token signed with a shared secret, or with none, is never taken. */
const publicKeyAlgorithms = ['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']

/**
 * The tokens of any other issuer (RFC 7519) that are signed with a public key and end some time. Whose `sub` is missing
 * stands for itself.
 */
export const foreignTokens = (expected: {
  issuer?: string | undefined
  audience?: string | undefined
}): TokenProfile => ({
  ...expected,
  algorithms: publicKeyAlgorithms,
  requiredClaims: ['exp'],
  identityOf({ sub, sid, exp, scope, scp, policies }, token) {
    const itself = () => createHash('sha256').update(token).digest('base64url')
    return {
      userId: sub ?? itself(),
      sessionId: typeof sid === 'string' ? sid : itself(),
      isGuest: false,
      expiresAt: exp! * 1000,
      scopes: Object.freeze([...words(scope), ...words(scp)]),
      policies: Object.freeze(words(policies)),
    }
  },
})

/** A list, or text with spaces between. */
function words(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ').filter(Boolean)
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : []
}

export const invalidToken = () => new Unauthenticated('The access token is not valid.')
