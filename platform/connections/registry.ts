import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { warnOccasionally, type Logger } from '../telemetry/index.ts'
import { findConnections, listRouters } from './listConnections.ts'
import { createActivity, type Activity } from './activity.ts'
import { buryTheDead, type ConnectionsPlace } from './buryTheDead.ts'
import { CONNECTIONS_CHANNEL, type ConnectionsChange } from './change.ts'
import {
  connectionField,
  connectionsKey,
  heldKey,
  knownRoutersKey,
  routersKey,
  SEEN_MS,
  seenKey,
  type ConnectionFacts,
  type RouterFacts,
} from './keys.ts'

/** What a router tells of the connections that it holds. Nothing here fails or waits: what could not be told is told later. */
export interface ConnectionRegistry {
  readonly routerId: string
  /** The function returned is to be called when the connection has ended. To connect is to do something. */
  opened(facts: Omit<ConnectionFacts, 'since'>): () => void
  /** Somebody has done something: a request, or an operation over a connection. */
  saw(session: Pick<ConnectionFacts, 'userId' | 'sessionId'>): void
  /** The routers that live, oldest first. @throws Unavailable */
  routers(): ReturnType<typeof listRouters>
  /** The open connections of one user, or those that one router holds: at most `limit`. @throws Unavailable */
  find(
    of: { userId?: string | undefined; routerId?: string | undefined },
    limit: number,
  ): ReturnType<typeof findConnections>
  /** Takes out all that is left; resolves when that is told, or the store is away. */
  close(): Promise<void>
}

export interface RegistryOptions extends ConnectionsPlace {
  logger: Logger
  /** A router that gave no sign for so long is dead. Default 15,000. */
  lifeMs?: number
  /** A session that does nothing for so long counts as away; 0, and unset: never. */
  idleMs?: number
}

/** Longer than any refresh: for what even a burial forgets. */
const CONNECTION_MS = 3 * 60 * 60 * 1_000
const REFRESH_MS = CONNECTION_MS / 3
const KNOWN_MS = 7 * 24 * 60 * 60 * 1_000
const AT_ONCE = 64

/** Says that this router lives, and from then on which connections it holds. */
export function openConnectionRegistry(options: RegistryOptions): ConnectionRegistry {
  const registry = new Registry(options)
  registry.start()
  return registry
}

class Registry implements ConnectionRegistry {
  readonly routerId = randomUUID()
  readonly #options: RegistryOptions
  readonly #lifeMs: number
  readonly #activity: Activity
  readonly #warn: ReturnType<typeof warnOccasionally>
  readonly #facts: Omit<RouterFacts, 'connections'> = { host: hostname(), pid: process.pid, startedAt: Date.now() }
  readonly #open = new Map<string, ConnectionFacts>()
  /** What is to be entered or taken out, by connection: its facts, for those that have ended too. */
  readonly #due = new Map<string, ConnectionFacts>()
  #refreshedAt = performance.now()
  #isEntered = false
  #writing: Promise<void> | undefined
  #beat: NodeJS.Timeout | undefined
  #beating: Promise<void> | undefined

  constructor(options: RegistryOptions) {
    this.#options = options
    this.#lifeMs = options.lifeMs ?? 15_000
    this.#warn = warnOccasionally(options.logger)
    const failed = (error: unknown) => this.#warn({ error }, 'that somebody is there could not be entered')
    this.#activity = createActivity(options, { idleMs: options.idleMs ?? 0, failed })
  }

  start(): void {
    const beat = () => {
      this.#beating ??= this.#giveSign().finally(() => (this.#beating = undefined))
    }
    this.#beat = setInterval(beat, this.#lifeMs / 3).unref()
    beat()
  }

  opened(facts: Omit<ConnectionFacts, 'since'>): () => void {
    const id = randomUUID()
    const known = { ...facts, since: Date.now() }
    this.#open.set(id, known)
    this.#change(id, known)
    this.saw(facts)
    return () => {
      if (this.#open.delete(id)) this.#change(id, known)
    }
  }

  saw(session: Pick<ConnectionFacts, 'userId' | 'sessionId'>): void {
    this.#activity.saw(session)
  }

  routers = () => listRouters(this.#options.kv)
  find: ConnectionRegistry['find'] = (of, limit) => findConnections(this.#options.kv, of, limit)

  async close(): Promise<void> {
    clearInterval(this.#beat)
    await this.#beating
    for (const [id, facts] of this.#open) this.#due.set(id, facts)
    this.#open.clear()
    await this.#writing
    try {
      await this.#writeAll()
      const { kv } = this.#options
      await kv.deleteField(routersKey, this.routerId)
      await kv.deleteField(knownRoutersKey, this.routerId)
    } catch (error) {
      this.#warn({ error }, 'the connections of this router could not be taken out: another one does it')
    }
  }

  async #giveSign(): Promise<void> {
    const { kv, pubsub } = this.#options
    try {
      const facts: RouterFacts = { ...this.#facts, connections: this.#open.size }
      const { isNew } = await kv.setField(routersKey, this.routerId, JSON.stringify(facts), this.#lifeMs)
      await kv.setField(knownRoutersKey, this.routerId, '1', KNOWN_MS)
      const now = performance.now()
      // The store was emptied, or another router took this one for dead; or what it holds is getting old.
      if ((isNew && this.#isEntered) || now - this.#refreshedAt > REFRESH_MS) {
        this.#refreshedAt = now
        for (const [id, known] of this.#open) this.#due.set(id, known)
      }
      this.#isEntered = true
      this.#write()
      await buryTheDead({ kv, pubsub }, this.routerId)
    } catch (error) {
      this.#warn({ error }, 'the connections of this router cannot be entered now')
    }
  }

  #change(id: string, facts: ConnectionFacts): void {
    this.#due.set(id, facts)
    if (this.#isEntered) this.#write()
  }

  #write(): void {
    if (this.#writing || this.#due.size === 0) return
    this.#writing = this.#writeAll()
      .catch((error: unknown) => this.#warn({ error }, 'connections cannot be entered now: they are told later'))
      .finally(() => (this.#writing = undefined))
  }

  async #writeAll(): Promise<void> {
    while (this.#due.size > 0) {
      const some = [...this.#due].slice(0, AT_ONCE)
      for (const [id] of some) this.#due.delete(id)
      try {
        await Promise.all(
          some.map(([id, facts]) => (this.#open.has(id) ? this.#enter(id, facts) : this.#takeOut(id, facts))),
        )
        const [begun, ended] = [true, false].map((is) => some.filter(([id]) => this.#open.has(id) === is))
        await this.#tell(begun!, false)
        await this.#tell(ended!, true)
      } catch (error) {
        for (const [id, facts] of some) if (!this.#due.has(id)) this.#due.set(id, facts)
        throw error
      }
    }
  }

  async #enter(id: string, facts: ConnectionFacts): Promise<void> {
    const { kv } = this.#options
    const { userId, ...rest } = facts
    await kv.setField(heldKey(this.routerId), id, JSON.stringify(facts), CONNECTION_MS)
    await kv.setField(connectionsKey(userId), connectionField(this.routerId, id), JSON.stringify(rest), CONNECTION_MS)
  }

  async #takeOut(id: string, { userId }: ConnectionFacts): Promise<void> {
    const { kv } = this.#options
    await kv.setField(seenKey(userId), 'at', String(Date.now()), SEEN_MS)
    await kv.deleteField(connectionsKey(userId), connectionField(this.routerId, id))
    await kv.deleteField(heldKey(this.routerId), id)
  }

  async #tell(changed: [string, ConnectionFacts][], ended: boolean): Promise<void> {
    if (changed.length === 0) return
    const change: ConnectionsChange = { userIds: [...new Set(changed.map(([, { userId }]) => userId))], ended }
    await this.#options.pubsub.publish(CONNECTIONS_CHANNEL, JSON.stringify(change))
  }
}
