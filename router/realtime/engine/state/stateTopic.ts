import { isDeepStrictEqual } from 'node:util'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import type { Followed, Following, Leave } from '../followedTopics.ts'
import type { StateEngine } from './stateEngine.ts'
import { StateGroup, type StateSource } from './stateGroup.ts'
import { readStateMessage } from './stateMessage.ts'

interface Entry {
  /** As it is shown now: once it is over, with the payload of its end. */
  event: StateEvent
  isOver: boolean
  timer: NodeJS.Timeout | undefined
}

/** One topic of state as this router follows it: the newest of each key, and the groups that get it. */
export class StateTopic implements Followed, StateSource {
  readonly name: string
  /** Settles when what is published from now on will be heard. */
  readonly ready: Promise<Leave>
  readonly #engine: StateEngine
  readonly #emptied: (topic: StateTopic) => void
  readonly #groups = new Map<string, StateGroup>()
  readonly #newest = new Map<string, Entry>()

  constructor(name: string, engine: StateEngine, { listen, emptied }: Following<StateTopic>) {
    this.name = name
    this.#engine = engine
    this.#emptied = emptied
    this.ready = listen(this)
    this.ready.catch(() => undefined) // those who join wait for it, and are told
  }

  group(key: string): StateGroup {
    let group = this.#groups.get(key)
    if (!group) {
      group = new StateGroup(key, this, this.#engine)
      this.#groups.set(key, group)
      this.#engine.metrics.groups.inc()
    }
    return group
  }

  dropGroup(group: StateGroup): void {
    if (this.#groups.delete(group.key)) this.#engine.metrics.groups.dec()
    if (this.#groups.size === 0) this.#emptied(this)
  }

  *groups(): Iterable<StateGroup> {
    yield* this.#groups.values()
  }

  /** A message of the stream. */
  hear(text: string): void {
    const event = readStateMessage(text, this.name)
    if (!event) {
      this.#engine.metrics.dropped.inc({ why: 'malformed' })
      this.#engine.logger.warn({ topic: this.name }, 'a message of a topic is no state')
      return
    }
    this.#engine.metrics.eventsIn.inc()
    this.offer(event)
  }

  /** Takes a state, from the stream or an opening, where it is newer than what is known; and tells it where it is news. */
  offer(event: StateEvent): void {
    const known = this.#newest.get(event.key)
    if (known && event.rev <= known.event.rev) return
    clearTimeout(known?.timer)
    const entry: Entry = { event, isOver: false, timer: undefined }
    if (event.lastsMs !== undefined) entry.timer = setTimeout(() => this.#end(entry), event.lastsMs).unref()
    // At the end: the first in the map is the one that was silent longest.
    this.#newest.delete(event.key)
    this.#newest.set(event.key, entry)
    this.#makeRoom()
    if (!known || !isDeepStrictEqual(known.event.payload, event.payload)) this.#tell(event)
    // No news. Whoever resolves the same payload now is to see that it still counts.
    else entry.event = { ...event, payload: known.event.payload }
  }

  /** Undefined where nothing is known of the key. */
  newest(key: string): StateEvent | undefined {
    return this.#newest.get(key)?.event
  }

  /** Nothing else has come of its key meanwhile. */
  isNewest({ key, payload }: StateEvent): boolean {
    return this.newest(key)?.payload === payload
  }

  /** The states that are not over. */
  get current(): StateEvent[] {
    return [...this.#newest.values()].filter(({ isOver }) => !isOver).map(({ event }) => event)
  }

  close(): void {
    for (const { timer } of this.#newest.values()) clearTimeout(timer)
    this.#newest.clear()
  }

  #end(entry: Entry): void {
    const { then } = entry.event
    entry.isOver = true
    if (!then || isDeepStrictEqual(then, entry.event.payload)) return
    entry.event = { ...entry.event, payload: then }
    this.#tell(entry.event)
  }

  #tell(event: StateEvent): void {
    for (const group of this.#groups.values()) group.push(event)
  }

  /** What is over goes first: it is kept only so that what comes late does not bring it back. */
  #makeRoom(): void {
    if (this.#newest.size <= this.#engine.limits.stateKeys) return
    let [gone] = this.#newest.keys()
    for (const [key, { isOver }] of this.#newest) {
      if (!isOver) continue
      gone = key
      break
    }
    clearTimeout(this.#newest.get(gone!)?.timer)
    this.#newest.delete(gone!)
  }
}
