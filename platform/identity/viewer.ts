import { Unauthenticated } from '../errors.ts'

/** Who asks: the claims of a verified access token. */
export interface Identity {
  userId: string
  sessionId: string
  isGuest: boolean
  /** Milliseconds since 1970: the token's end. */
  expiresAt: number
  /** What the token allows besides, where its issuer says so: `scope` (RFC 8693, 4.2) and `policies`. */
  scopes?: readonly string[]
  policies?: readonly string[]
}

/** The asker of one request; anonymous when no token came with it. A wrong or expired token is refused before. */
export class Viewer {
  readonly identity: Identity | undefined

  constructor(identity: Identity | undefined) {
    this.identity = identity
  }

  /** @throws Unauthenticated  no token came with the request */
  required(): Identity {
    if (!this.identity) throw new Unauthenticated('Sign in first: this needs an access token.')
    return this.identity
  }
}
