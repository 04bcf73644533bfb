import { ApiError } from '../errors/apiError.ts'
import type { KeyedStorage, StorageChange } from '../keyedStorage.ts'
import { tellAll } from '../tellAll.ts'
import { lifetimeMs } from './lifetime.ts'
import { readSession, sessionKey, writeSession, type Session, type StoredSession } from './storedSession.ts'

/** What the store needs from the browser and the server; tests bring their own. */
export interface SessionSurroundings {
  /** `localStorage`, or whatever keeps text in the same way. */
  storage: Pick<KeyedStorage, 'getItem' | 'setItem' | 'removeItem'>
  /** Runs `task` while no other tab runs one of the same name. */
  exclusive<T>(name: string, task: () => Promise<T>): Promise<T>
  /**
   * Exchanges a refresh token. Throws ApiError. It has to end, as `createApi` does after 15 s: a token is not exchanged a second time while
   * the first exchange may still be on its way, since that would end the session.
   */
  renew(refreshToken: string): Promise<Session>
  /** Milliseconds since 1970: `Date.now`. */
  now(): number
}

/** A token this close to its end is renewed before it is used, so that it does not expire on the way. */
const marginMs = 20_000

/**
 * The signed-in session: one per browser, shared by tabs through storage, renewed once at a time.
 *
 * A refresh token works once, so two renewals at the same time would end the session. Within a tab they share one
 * promise; across tabs the one that comes second finds the tokens of the first in storage and takes those.
 */
export class SessionStore {
  readonly #surroundings: SessionSurroundings
  readonly #listeners = new Set<() => void>()
  #session: StoredSession | null
  #renewal: Promise<StoredSession> | undefined
  #refusedToken: string | undefined

  constructor(surroundings: SessionSurroundings) {
    this.#surroundings = surroundings
    this.#session = readSession(surroundings.storage)
  }

  /** The same object until something changed: fit for useSyncExternalStore. */
  readonly current = (): Session | null => this.#session

  /** Who is signed in; null when nobody is. */
  readonly viewerId = (): string | null => this.#session?.user.id ?? null

  /** Calls back when it changed, in whichever tab; gives what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Somebody signed in, or (null) out. */
  set(session: Session | null): void {
    this.#keep(session && { ...session, receivedAt: this.#surroundings.now() })
  }

  /** What the account says of the user has changed; the tokens stay. */
  setUser(user: Session['user']): void {
    if (this.#session?.user.id === user.id) this.#keep({ ...this.#session, user })
  }

  /** To be called with the window's `storage` events: another tab signed in, renewed, or signed out. */
  readonly onStorage = (event: Pick<StorageChange, 'key'>): void => {
    if (event.key === sessionKey || event.key === null) this.#take(readSession(this.#surroundings.storage))
  }

  /** The server refused this token though its time is not up (another clock, a key change): don't use it again. */
  refuse(accessToken: string): void {
    this.#refusedToken = accessToken
  }

  /**
   * A token that is good for at least some seconds, renewed when needed. Null when nobody is signed in.
   * @throws ApiError when it had to be renewed and the server could not be reached; the session stays.
   */
  async accessToken(): Promise<string | null> {
    const session = this.#session
    if (!session) return null
    if (this.#isGood(session)) return session.accessToken
    return (await this.#renew()).accessToken
  }

  #isGood(session: StoredSession): boolean {
    if (session.accessToken === this.#refusedToken) return false
    const lifetime = lifetimeMs(session)
    // Expired when it came: this clock is wrong, and only the server can say when to renew.
    if (lifetime <= 0) return true
    return session.receivedAt + lifetime - this.#surroundings.now() > Math.min(marginMs, lifetime / 4)
  }

  #renew(): Promise<StoredSession> {
    this.#renewal ??= this.#surroundings
      .exclusive('parley.refresh', () => this.#renewAlone())
      .finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  async #renewAlone(): Promise<StoredSession> {
    const kept = readSession(this.#surroundings.storage)
    const stored = kept ?? this.#session
    if (!stored) throw new ApiError('UNAUTHENTICATED', 'Nobody is signed in.')
    if (this.#isGood(stored)) {
      this.#take(stored)
      return stored
    }
    // Somebody may sign out or in, here or in another tab, while the server is asked: that stands.
    const isOver = () =>
      (kept ? readSession(this.#surroundings.storage) : this.#session)?.refreshToken !== stored.refreshToken
    try {
      const renewed = await this.#surroundings.renew(stored.refreshToken)
      if (isOver()) throw new ApiError('UNAUTHENTICATED', 'Whoever was signed in has signed out.')
      // Within one second the server may give the same token again.
      this.#refusedToken = undefined
      return this.#keep({ ...renewed, receivedAt: this.#surroundings.now() })
    } catch (error) {
      // Only this refusal ends the session: a lost connection or a fault of the server must not cost a guest their account.
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED' && !isOver()) this.set(null)
      throw error
    }
  }

  #keep<Kept extends StoredSession | null>(session: Kept): Kept {
    writeSession(this.#surroundings.storage, session)
    this.#take(session)
    return session
  }

  #take(session: StoredSession | null): void {
    this.#session = session
    tellAll(this.#listeners)
  }
}
