import type { Identity } from './viewer.ts'

/** Verifies access tokens: JWTs (RFC 7519) signed with EdDSA, keys found by `kid` in a JWKS (RFC 7517). */
export interface TokenVerifier {
  /**
   * Resolves with the claims of a valid token.
   * @throws Unauthenticated  malformed, wrongly signed, expired, or for another audience
   */
  verify(token: string): Promise<Identity>
}

/** Issues access tokens; only the users subgraph has one. */
export interface TokenIssuer {
  issue(identity: Omit<Identity, 'expiresAt'>): Promise<{ token: string; expiresAt: number }>
  /** The public keys, as a JWKS document. */
  jwks(): Promise<{ keys: Record<string, unknown>[] }>
}
