import { asked } from '../asked.ts'
import { tellAll } from '../tellAll.ts'
import type { TokenSource } from '../session/tokenSource.ts'

/** How often the session is asked: a token of some seconds is renewed in time, too. */
const askEveryMs = 2_000

/** A little less than a server waits to be told who opens a socket: that it was the token tells more than the server's close. */
const tokenWithinMs = 9_000

/** Tells the server of another token. */
type Tell = (payload: { authorization: string }) => void

/**
 * The token of a socket: which one it was opened with, and for whom. One that was renewed is told to the server in band, so that the
 * socket outlives the first. A socket keeps its user: where somebody else signs in, or nobody is signed in any more, it is given up.
 */
export class SocketToken {
  readonly #session: TokenSource
  readonly #giveUp: () => void
  readonly #withinMs: number
  readonly #unwatch: (() => void) | undefined
  #used: string | null = null
  #viewerId: string | null | undefined
  #tell: Tell | undefined
  #asking: ReturnType<typeof setInterval> | undefined
  /** Between `connection_init` and the close. */
  #isInUse = false
  #isGivenUp = false

  constructor(session: TokenSource, giveUp: () => void, withinMs = tokenWithinMs) {
    this.#withinMs = withinMs
    this.#session = session
    this.#giveUp = giveUp
    this.#unwatch = session.subscribe?.(() => this.#onChange())
  }

  /**
   * What a socket that opens now says of the viewer.
   * @throws ApiError  what the session threw, or `NETWORK` where it gave no token in time
   */
  async credentials(): Promise<{ authorization?: string }> {
    this.#isInUse = true
    do {
      this.#viewerId = this.#session.viewerId?.()
      this.#used = await this.#ask()
    } while (this.#viewerId !== this.#session.viewerId?.())
    return this.#used ? { authorization: `Bearer ${this.#used}` } : {}
  }

  /** The socket stands. */
  opened(tell: Tell): void {
    this.#tell = tell
    this.#asking = setInterval(() => void this.#renew(), askEveryMs)
  }

  /** The socket is closed, or was not opened; true where it was given up for its user. */
  closed(isRefused: boolean): boolean {
    clearInterval(this.#asking)
    this.#tell = undefined
    this.#isInUse = false
    if (isRefused && this.#used) this.#refuse(this.#used)
    const isGivenUp = this.#isGivenUp
    this.#isGivenUp = false
    return isGivenUp
  }

  /** A subscription was refused for want of a token. */
  async refused(): Promise<void> {
    const tell = this.#tell
    const token = await this.#now()
    if (!tell || tell !== this.#tell || !token) return
    if (token === this.#used) this.#refuse(token)
    else await this.#renew()
  }

  stop(): void {
    clearInterval(this.#asking)
    this.#unwatch?.()
  }

  async #renew(): Promise<void> {
    const tell = this.#tell
    const token = await this.#now()
    if (!tell || tell !== this.#tell || token === undefined || token === this.#used) return
    // One that was opened by nobody cannot become somebody's, nor the other way round.
    if (!token || !this.#used) return this.#leave()
    this.#used = token
    tell({ authorization: `Bearer ${token}` })
  }

  #onChange(): void {
    if (this.#isInUse && this.#session.viewerId && this.#session.viewerId() !== this.#viewerId) this.#leave()
    else void this.#renew()
  }

  #leave(): void {
    this.#isGivenUp = true
    this.#giveUp()
  }

  /** Undefined where it could not be asked now. */
  #now(): Promise<string | null | undefined> {
    return this.#ask().catch(() => undefined)
  }

  #ask(): Promise<string | null> {
    return asked('token', () => this.#session.accessToken(), this.#withinMs)
  }

  #refuse(token: string): void {
    tellAll([() => this.#session.refuse(token)])
  }
}
