import type { GraphQLFormattedError } from 'graphql'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { toErrors } from '../../errorPayload.ts'
import { Resolutions } from '../resolutions.ts'
import type { Resolved } from '../resolved.ts'
import { partAway, resolveOnce, type Asker } from '../resolveOnce.ts'
import type { SharedResult } from '../sharedResult.ts'
import { Slices } from '../slices.ts'
import type { StateEngine } from './stateEngine.ts'

/** The topic of a group of state. */
export interface StateSource {
  readonly name: string
  /** Settles when what is published from now on will be heard. */
  readonly ready: Promise<unknown>
  /** The states that are not over. */
  readonly current: StateEvent[]
  /** Takes a state where it is newer than what is known; and tells it where it is news. */
  offer(event: StateEvent): void
  /** Undefined where nothing is known of the key. */
  newest(key: string): StateEvent | undefined
  /** Nothing else has come of its key meanwhile. */
  isNewest(event: StateEvent): boolean
  /** Nobody is left in the group. */
  dropGroup(group: StateGroup): void
}

/** A subscriber, as far as its groups deal with it. */
export interface StateMember extends Asker {
  /** It gets the states of this topic, now or as soon as it is known that it may. */
  follows(topic: string): boolean
  /** Has the owner asked anew what this viewer may see. */
  check(): void
  /** Hands over the newest state of a key. */
  hand(state: StateEvent, result: SharedResult): void
  fail(errors: readonly GraphQLFormattedError[]): void
}

/** Subscribers of one topic who get the same bytes: a state is resolved and serialized once for them. */
export class StateGroup {
  readonly key: string
  readonly topic: StateSource
  readonly #engine: StateEngine
  readonly #members = new Set<StateMember>()
  /** Keys whose newest state is being told: of a key nothing waits but the newest. */
  readonly #telling = new Set<string>()
  readonly #resolutions = new Resolutions<StateEvent['payload']>()

  constructor(key: string, topic: StateSource, engine: StateEngine) {
    this.key = key
    this.topic = topic
    this.#engine = engine
  }

  get members(): Iterable<StateMember> {
    return this.#members
  }

  enter(subscription: StateMember): void {
    this.#members.add(subscription)
  }

  leave(subscription: StateMember): void {
    this.#members.delete(subscription)
    if (this.#members.size === 0) this.topic.dropGroup(this)
  }

  /** The newest state of its key is news. */
  push({ key }: StateEvent): void {
    if (!this.#telling.has(key)) void this.#tell(key)
  }

  /**
   * The state as this group gets it.
   * @throws Unavailable  a part of the graph stays away, or all tokens are over: who comes back may get it
   */
  async resolve(event: StateEvent, asker: StateMember): Promise<SharedResult> {
    const { result, isAway } = await this.#resolve(event, asker)
    if (isAway) throw partAway()
    return result
  }

  #resolve(event: StateEvent, asker?: StateMember): Promise<Resolved> {
    const begin = () => {
      this.#engine.metrics.resolutions.inc()
      return resolveOnce(event, () => this.#askers(asker), this.#engine)
    }
    const isWanted = () => (asker ? asker.state !== 'ended' : this.#askers().length > 0)
    return this.#resolutions.resolve(event.payload, begin, isWanted)
  }

  async #tell(key: string): Promise<void> {
    this.#telling.add(key)
    let told: StateEvent['payload'] | undefined
    const newest = () => {
      const event = this.topic.newest(key)
      return event && event.payload !== told && this.#askers().length > 0 ? event : undefined
    }
    for (let event = newest(); event; event = newest()) {
      const { result, isAway, isForsaken } = await this.#resolve(event)
      if (!this.topic.isNewest(event)) continue
      if (isAway) this.#sendAway()
      // Nobody is left, or who is has come meanwhile.
      else if (!isForsaken && (await this.#handOut(event, result))) told = event.payload
    }
    // With the last look at what is newest, in one step: what comes next finds nobody telling.
    this.#telling.delete(key)
  }

  /** False when a newer one came while a crowd was being written to: the rest gets only that. */
  async #handOut(event: StateEvent, result: SharedResult): Promise<boolean> {
    const since = performance.now()
    const slices = new Slices(this.#engine.limits.sliceMs)
    // Who comes meanwhile is shown the state by its opening.
    for (const member of [...this.#members]) {
      if (slices.isOver) await slices.next()
      if (!this.topic.isNewest(event)) return false
      member.hand(event, result)
    }
    this.#engine.metrics.deliverySeconds.observe((performance.now() - since) / 1000)
    return true
  }

  /** Nothing is told of what could not be resolved: its subscribers come back, and are told how it is then. */
  #sendAway(): void {
    const errors = toErrors(partAway(), this.#engine.logger)
    for (const member of [...this.#members]) if (member.follows(this.topic.name)) member.fail(errors)
  }

  /** Whose credentials to resolve with: at most three viewers who get the topic now, those whose token has ended last. */
  #askers(asker?: StateMember): StateMember[] {
    const askers = asker && asker.state !== 'ended' && !asker.isExpired ? [asker] : []
    let expired = asker && !askers.includes(asker) ? asker : undefined
    for (const member of this.#members) {
      if (askers.length === 3) break
      if (!member.follows(this.topic.name)) continue
      if (member.isExpired) expired ??= member
      else if (!askers.some(({ userId }) => userId === member.userId)) askers.push(member)
    }
    return expired && askers.length < 3 ? [...askers, expired] : askers
  }
}
