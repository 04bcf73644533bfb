import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { ConnectionFacts } from '../../../platform/connections/index.ts'
import { Unauthenticated } from '../../../platform/errors.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { ClientName } from '../../usage/index.ts'
import type { Alarms } from '../alarms.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { RequestContext } from '../../supergraph/supergraph.ts'
import type { Credentials } from '../engine/subscriptionRequest.ts'

/** Where a socket comes from. */
export interface Origin {
  address: string | undefined
  userAgent: string | undefined
}

/** Who has a session, and is told of its end. */
export interface SessionOwner {
  /** The token has ended and was not renewed. */
  tokenExpired(): void
  /** The session was ended before. */
  sessionEnded(): void
}

export interface SessionOptions {
  verifier: TokenVerifier
  alarms: Alarms
  limits: Pick<RealtimeLimits, 'tokenGraceMs'>
}

/** Who is at the other end of a socket: nobody in particular, or the holder of a token until it expires. */
export class Session implements Credentials {
  /** What the client calls itself. */
  client: ClientName | undefined
  /** The `Authorization` of its handshake: what is no browser may send it there, and it counts where `connection_init` brings none. */
  offered: string | undefined
  readonly origin: Origin
  readonly #options: SessionOptions
  readonly #owner: SessionOwner
  #authorization: string | undefined
  #viewer: Identity | undefined
  #unwatch: (() => void) | undefined
  /** Tokens that were brought so far, and which of them counts. */
  #brought = 0
  #counted = 0
  #closed = false

  constructor(options: SessionOptions, origin: Origin, owner: SessionOwner) {
    this.#options = options
    this.origin = origin
    this.#owner = owner
  }

  get viewer(): Identity | undefined {
    return this.#viewer
  }

  /**
   * Signs in with the token of `connection_init`, or renews it with another one of the same user. Of several at once the one that
   * came last counts, in whatever order they are verified.
   * @throws Unauthenticated  not `Bearer …`, a token that is wrong or over, or another user's
   */
  async signIn(authorization: unknown): Promise<void> {
    const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1] : undefined
    if (!token) throw new Unauthenticated('`authorization` is to be `Bearer` and an access token.')
    const order = ++this.#brought
    const { verifier } = this.#options
    const accessToken = (await verifier.exchange?.(token)) ?? token
    const viewer = await verifier.verify(accessToken)
    if (this.#viewer && viewer.userId !== this.#viewer.userId) {
      throw new Unauthenticated('A socket keeps its user: open another one.')
    }
    if (order < this.#counted) return
    this.#counted = order
    this.#stopWatching()
    this.#viewer = viewer
    this.#authorization = `Bearer ${accessToken}`
    if (!this.#closed) this.#watch(viewer)
  }

  /** What goes along with a request now. */
  context(signal?: AbortSignal): RequestContext {
    return {
      authorization: this.#authorization,
      viewer: this.#viewer,
      requestId: randomUUID(),
      address: this.origin.address,
      userAgent: this.origin.userAgent,
      client: this.client,
      signal,
    }
  }

  /** What is known of its connection; undefined while nobody is signed in. */
  facts(transport: ConnectionFacts['transport']): Omit<ConnectionFacts, 'since'> | undefined {
    if (!this.#viewer) return undefined
    const { userId, sessionId } = this.#viewer
    return { userId, sessionId, transport, ...this.origin }
  }

  close(): void {
    this.#closed = true
    this.#stopWatching()
  }

  /** Woken after its token has ended. */
  wake(): void {
    this.#owner.tokenExpired()
  }

  #watch({ expiresAt, sessionId }: Identity): void {
    const { alarms, limits, verifier } = this.#options
    alarms.set(expiresAt + limits.tokenGraceMs, this)
    this.#unwatch = verifier.onRevoked?.(sessionId, () => this.#owner.sessionEnded())
  }

  #stopWatching(): void {
    const { alarms, limits } = this.#options
    if (this.#viewer) alarms.clear(this.#viewer.expiresAt + limits.tokenGraceMs, this)
    this.#unwatch?.()
  }
}

/** A token in the header of a handshake. Browsers send their passwords there by themselves, where a proxy asked for them. */
export const bearerOf = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  authorization && /^Bearer /i.test(authorization) ? authorization : undefined

/** The token in the payload of `connection_init` or `ping`: undefined, null and empty mean that there is none. */
export const authorizationIn = (payload: unknown): unknown => {
  const { authorization, Authorization } = (payload ?? {}) as { authorization?: unknown; Authorization?: unknown }
  return (authorization ?? Authorization) || undefined
}
