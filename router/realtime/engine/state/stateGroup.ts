import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import { resolveOnce, type Resolved } from '../resolveOnce.ts'
import type { SharedResult } from '../sharedResult.ts'
import type { StateEngine } from './states.ts'
import type { StateSubscription } from './stateSubscription.ts'
import type { StateTopic } from './stateTopic.ts'

/** Subscribers of one topic who get the same bytes: a state is resolved and serialized once for them. */
export class StateGroup {
  readonly key: string
  readonly topic: StateTopic
  readonly #engine: StateEngine
  readonly #members = new Set<StateSubscription>()
  /** Keys whose newest state is being told: of a key nothing waits but the newest. */
  readonly #telling = new Set<string>()
  readonly #resolutions = new Map<StateEvent['payload'], Promise<Resolved>>()

  constructor(key: string, topic: StateTopic, engine: StateEngine) {
    this.key = key
    this.topic = topic
    this.#engine = engine
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  get members(): Iterable<StateSubscription> {
    return this.#members
  }

  enter(subscription: StateSubscription): void {
    this.#members.add(subscription)
  }

  leave(subscription: StateSubscription): void {
    this.#members.delete(subscription)
  }

  /** The newest state of its key is news. */
  push({ key }: StateEvent): void {
    if (this.#telling.has(key) || this.#askers().length === 0) return
    this.#telling.add(key)
    void this.#tell(key).finally(() => this.#telling.delete(key))
  }

  /** The state as this group gets it. */
  async resolve(event: StateEvent, asker?: StateSubscription): Promise<SharedResult> {
    let resolution = this.#resolutions.get(event.payload)
    if (!resolution) {
      const { limits, logger, metrics } = this.#engine
      metrics.resolutions.inc()
      const done = () => void this.#resolutions.delete(event.payload)
      resolution = resolveOnce(event, () => this.#askers(asker), limits, logger).finally(done)
      this.#resolutions.set(event.payload, resolution)
    }
    return (await resolution).result
  }

  async #tell(key: string): Promise<void> {
    for (let event = this.topic.newest(key); event; event = this.topic.newest(key)) {
      const result = await this.resolve(event)
      if (!this.topic.isNewest(event)) continue
      const since = performance.now()
      for (const member of this.#members) member.hand(event, result)
      this.#engine.metrics.deliverySeconds.observe((performance.now() - since) / 1000)
      return
    }
  }

  /** Whose credentials to resolve with: at most three viewers who get the topic now. */
  #askers(asker?: StateSubscription): StateSubscription[] {
    const askers = asker ? [asker] : []
    for (const member of this.#members) {
      if (askers.length === 3) break
      if (member.isExpired || !member.follows(this.topic.name)) continue
      if (!askers.some(({ userId }) => userId === member.userId)) askers.push(member)
    }
    return askers
  }
}
