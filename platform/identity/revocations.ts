import { setTimeout } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { PubSub } from '../events/pubsub.ts'
import type { KeyValue } from '../kv/kv.ts'
import { warnOccasionally } from '../telemetry/index.ts'
import type { Logger } from '../telemetry/index.ts'
import { withTimeout } from '../time/withTimeout.ts'

/**
 * Which sessions have ended before the access tokens of theirs that are out. Told to every process at once over pub/sub, and
 * kept until the last of those tokens has expired, for processes that meet the token later.
 *
 * While the store cannot be reached, verification goes on with what this process has heard: a session that ended meanwhile
 * keeps its access token until that expires; its refresh token is refused by the database anyway.
 */
export interface Revocations {
  /**
   * Ends sessions everywhere. In this process at once; elsewhere when it resolves, give or take the way of a message.
   * @throws Unavailable  the store cannot be reached; in this process they have ended. Repeat it later.
   */
  revoke(sessionIds: readonly string[]): Promise<void>
  /** Asks the store, where this process has not heard of the session. Undefined while the store cannot be reached. */
  isRevoked(sessionId: string): Promise<boolean | undefined>
  /** What this process has heard. */
  isKnown(sessionId: string): boolean
  /** Grows when messages may have been lost: what was asked before is to be asked again. */
  readonly generation: number
  /** Calls `ended` once when the session is revoked, also if it is already known. The function returned ends the watch. */
  watch(sessionId: string, ended: () => void): () => void
  close(): Promise<void>
}

export interface RevocationParts {
  kv: KeyValue
  pubsub: PubSub
  /** As long as an access token may live, in milliseconds. */
  ttlMs: number
  logger: Logger
  /** How many revoked sessions are known at once. */
  known?: number
}

const CHANNEL = 'sessions:revoked'
const PER_MESSAGE = 500
const TIMEOUT_MS = 500
/** After a failure the store is left alone for so long. */
const REST_MS = 1_000
const HOUR_MS = 3_600_000
const keyOf = (sessionId: string) => `session-revoked:${sessionId}`

/** @throws Unavailable  pub/sub cannot be reached */
export async function openRevocations(parts: RevocationParts): Promise<Revocations> {
  const revocations = new HeardRevocations(parts)
  await revocations.listen()
  return revocations
}

class HeardRevocations implements Revocations {
  readonly #parts: RevocationParts
  readonly #warn: ReturnType<typeof warnOccasionally>
  readonly #known: LRUCache<string, { heardAt: number }>
  readonly #watches = new Map<string, Set<() => void>>()
  readonly #endings: (() => unknown)[] = []
  #generation = 0
  #restUntil = 0
  #round = 0

  constructor(parts: RevocationParts) {
    this.#parts = parts
    this.#warn = warnOccasionally(parts.logger)
    this.#known = new LRUCache({
      max: parts.known ?? 100_000,
      // Forgotten for want of room while a token of it may be out: from now on the store is asked again.
      dispose: ({ heardAt }, _id, reason) => {
        if (reason === 'evict' && Date.now() - heardAt < parts.ttlMs + HOUR_MS) this.#generation++
      },
    })
  }

  async listen(): Promise<void> {
    const { pubsub } = this.#parts
    this.#endings.push(pubsub.onConnection((connected) => void (connected && this.#askAgain())))
    this.#endings.push(await pubsub.subscribe(CHANNEL, (message) => this.#heard(idsIn(message))))
  }

  get generation(): number {
    return this.#generation
  }

  isKnown(sessionId: string): boolean {
    return this.#known.has(sessionId)
  }

  async isRevoked(sessionId: string): Promise<boolean | undefined> {
    if (this.isKnown(sessionId)) return true
    if (Date.now() < this.#restUntil) return undefined
    try {
      const read = () => this.#parts.kv.get(keyOf(sessionId))
      if ((await withTimeout(TIMEOUT_MS, 'Looking up a session', read)) !== undefined) this.#heard([sessionId])
      return this.isKnown(sessionId)
    } catch (error) {
      this.#restUntil = Date.now() + REST_MS
      this.#warn({ error }, 'revoked sessions cannot be looked up: what was heard of them counts')
      return this.isKnown(sessionId) || undefined
    }
  }

  async revoke(sessionIds: readonly string[]): Promise<void> {
    const { kv, pubsub, ttlMs } = this.#parts
    this.#heard(sessionIds)
    for (let i = 0; i < sessionIds.length; i += PER_MESSAGE) {
      const some = sessionIds.slice(i, i + PER_MESSAGE)
      await Promise.all(some.map((id) => kv.set(keyOf(id), '1', ttlMs)))
      await pubsub.publish(CHANNEL, JSON.stringify(some))
    }
  }

  watch(sessionId: string, ended: () => void): () => void {
    const watching = this.#watches.get(sessionId) ?? new Set()
    // A function of its own, so that one may watch twice.
    const own = () => ended()
    this.#watches.set(sessionId, watching.add(own))
    if (this.isKnown(sessionId)) queueMicrotask(() => this.#heard([sessionId]))
    return () => {
      watching.delete(own)
      if (watching.size === 0 && this.#watches.get(sessionId) === watching) this.#watches.delete(sessionId)
    }
  }

  async close(): Promise<void> {
    this.#watches.clear()
    for (const end of this.#endings) await end()
  }

  #heard(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.#known.set(id, { heardAt: Date.now() })
    for (const id of sessionIds) {
      const told = this.#watches.get(id) ?? []
      this.#watches.delete(id)
      for (const ended of told) ended()
    }
  }

  /** What ended while nothing could be heard: one at a time, so that a reconnection is no flood. */
  async #askAgain(): Promise<void> {
    this.#generation++
    const round = ++this.#round
    for (const id of [...this.#watches.keys()]) {
      while (this.#watches.has(id) && (await this.isRevoked(id)) === undefined) {
        await setTimeout(REST_MS, undefined, { ref: false })
        if (round !== this.#round) return
      }
    }
  }
}

function idsIn(message: string): string[] {
  try {
    const ids: unknown = JSON.parse(message)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, PER_MESSAGE) : []
  } catch {
    return []
  }
}
