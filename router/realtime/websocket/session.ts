import { randomUUID } from 'node:crypto'
import type { ConnectionFacts } from '../../../platform/connections/index.ts'
import { Unauthenticated } from '../../../platform/errors.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { ClientName } from '../../usage/index.ts'
import type { RequestContext } from '../../supergraph/supergraph.ts'
import type { Credentials } from '../engine/subscriptionRequest.ts'

/** Where a socket comes from. */
export interface Origin {
  address: string | undefined
  userAgent: string | undefined
}

/** Longer waits than this wrap around in setTimeout. */
const longestTimer = 2 ** 31 - 1

/** Who is at the other end of a socket: nobody in particular, or the holder of a token until it expires. */
export class Session implements Credentials {
  /** What the client calls itself. */
  client: ClientName | undefined
  readonly #verifier: TokenVerifier
  readonly #origin: Origin
  readonly #graceMs: number
  readonly #expired: () => void
  readonly #revoked: () => void
  #authorization: string | undefined
  #viewer: Identity | undefined
  #timer: NodeJS.Timeout | undefined
  #unwatch: (() => void) | undefined
  #closed = false

  /** `expired` is called when the token ends and has not been renewed, `revoked` when its session ends before. */
  constructor(
    verifier: TokenVerifier,
    origin: Origin,
    { graceMs, expired, revoked }: { graceMs: number; expired: () => void; revoked: () => void },
  ) {
    this.#verifier = verifier
    this.#origin = origin
    this.#graceMs = graceMs
    this.#expired = expired
    this.#revoked = revoked
  }

  get viewer(): Identity | undefined {
    return this.#viewer
  }

  /**
   * Signs in with the token of `connection_init`, or renews it with a later one of the same user.
   * @throws Unauthenticated  not `Bearer …`, a token that is wrong or over, or another user's
   */
  async signIn(authorization: unknown): Promise<void> {
    const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1] : undefined
    if (!token) throw new Unauthenticated('`authorization` is to be `Bearer` and an access token.')
    const accessToken = (await this.#verifier.exchange?.(token)) ?? token
    const viewer = await this.#verifier.verify(accessToken)
    if (this.#viewer && viewer.userId !== this.#viewer.userId) {
      throw new Unauthenticated('A socket keeps its user: open another one.')
    }
    this.#viewer = viewer
    this.#authorization = `Bearer ${accessToken}`
    this.#watch(viewer.expiresAt)
    this.#unwatch?.()
    if (!this.#closed) this.#unwatch = this.#verifier.onRevoked?.(viewer.sessionId, this.#revoked)
  }

  /** What goes along with a request now. */
  context(signal?: AbortSignal): RequestContext {
    return {
      authorization: this.#authorization,
      viewer: this.#viewer,
      requestId: randomUUID(),
      address: this.#origin.address,
      userAgent: this.#origin.userAgent,
      client: this.client,
      signal,
    }
  }

  /** What is known of its connection; undefined while nobody is signed in. */
  facts(transport: ConnectionFacts['transport']): Omit<ConnectionFacts, 'since'> | undefined {
    if (!this.#viewer) return undefined
    const { userId, sessionId } = this.#viewer
    return { userId, sessionId, transport, ...this.#origin }
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#unwatch?.()
  }

  #watch(expiresAt: number): void {
    clearTimeout(this.#timer)
    if (this.#closed) return
    const left = expiresAt + this.#graceMs - Date.now()
    this.#timer = setTimeout(
      () => (left > longestTimer ? this.#watch(expiresAt) : this.#expired()),
      Math.min(Math.max(left, 0), longestTimer),
    )
    this.#timer.unref()
  }
}

/** The token in the payload of `connection_init` or `ping`: undefined, null and empty mean that there is none. */
export const authorizationIn = (payload: unknown): unknown => {
  const { authorization, Authorization } = (payload ?? {}) as { authorization?: unknown; Authorization?: unknown }
  return (authorization ?? Authorization) || undefined
}
