import { Unauthenticated } from '../errors.ts'

/** Who asks: the claims of a verified access token. */
export interface Identity {
  userId: string
  sessionId: string
  isGuest: boolean
  /** Milliseconds since 1970: the token's end. */
  expiresAt: number
  /** What the token allows besides, where its issuer says so: `scope` (RFC 8693, 4.2) and `policies`. In a token of Parley:
   * those of an API key (scopes.ts); a person's own session has none. */
  scopes?: readonly string[]
  policies?: readonly string[]
}

/** The asker of one request; anonymous when no token came with it. A wrong or expired token is refused before. */
export class Viewer {
  readonly identity: Identity | undefined
  /** The header that goes on to others on the viewer's behalf. */
  readonly authorization: string | undefined

  constructor(identity: Identity | undefined, authorization?: string) {
    this.identity = identity
    this.authorization = authorization
  }

  /** @throws Unauthenticated  no token came with the request */
  required(): Identity {
    if (!this.identity) throw new Unauthenticated('Sign in first: this needs an access token.')
    return this.identity
  }
}
