import type { Identity } from './viewer.ts'

/** Verifies access tokens: JWTs (RFC 7519) signed with EdDSA, keys found by `kid` in a JWKS (RFC 7517). */
export interface TokenVerifier {
  /**
   * Resolves with the claims of a valid token.
   * @throws Unauthenticated  malformed, wrongly signed, expired, for another audience, or of a session that has ended
   * @throws Unavailable      the keys cannot be read
   */
  verify(token: string): Promise<Identity>
  /**
   * At the door only: the access token that goes on to the subgraphs in place of an API key. Others stay as they are.
   * @throws Unauthenticated, Unavailable
   */
  exchange?(token: string): Promise<string>
  /** Calls `ended` when the session ends before its tokens do. The function returned ends the watch. */
  onRevoked?(sessionId: string, ended: () => void): () => void
}

/** The public keys, as a JWKS document (RFC 7517). */
export interface Jwks {
  keys: Record<string, unknown>[]
}

/** Issues access tokens; only the users subgraph has one. */
export interface TokenIssuer {
  /** `until`: it ends then at the latest. Times are milliseconds since 1970. */
  issue(identity: Omit<Identity, 'expiresAt'>, until?: number): Promise<{ token: string; expiresAt: number }>
  jwks(): Promise<Jwks>
  /** Makes a new key when the newest has signed for a month, and takes away those whose tokens have all expired. */
  rotate(): Promise<void>
}

/** What every token of Parley says of itself, and every verifier asks for. Pinned: no token chooses its algorithm. */
export const profile = { algorithm: 'EdDSA', issuer: 'parley', audience: 'parley', type: 'at+jwt' } as const
