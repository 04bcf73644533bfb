import type { GraphQLFormattedError } from 'graphql'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import type { SharedResult } from '../sharedResult.ts'
import type { Sink } from '../sink.ts'
import type { SubscriptionRequest } from '../subscription.ts'
import { openStates } from './openStates.ts'
import type { StateGroup } from './stateGroup.ts'
import type { StateEngine } from './states.ts'

/** One subscriber of one or several topics of state. Of each key a slow reader gets the newest only. */
export class StateSubscription {
  readonly request: SubscriptionRequest
  readonly groups: readonly StateGroup[]
  /** Undefined for an anonymous subscriber. */
  readonly userId: string | undefined
  /** `checking`: what it may see is being asked anew; what comes meanwhile is held. */
  state: 'joining' | 'live' | 'checking' | 'ended' = 'joining'
  /** Grows when the owner is to be asked anew. */
  asked = 0
  readonly #engine: StateEngine
  readonly #sink: Sink
  readonly #released: (subscription: StateSubscription) => void
  /** Topics of the request that this viewer may not see now. */
  #hidden: ReadonlySet<string> = new Set()
  /** The newest of each key, for a reader who is behind or may not see it yet. */
  readonly #held = new Map<string, { topic: string; result: SharedResult }>()
  #isFlushing = false

  constructor(
    request: SubscriptionRequest,
    groups: readonly StateGroup[],
    { engine, sink, released }: { engine: StateEngine; sink: Sink; released: (ended: StateSubscription) => void },
  ) {
    this.request = request
    this.groups = groups
    this.userId = request.context().viewer?.userId
    this.#engine = engine
    this.#sink = sink
    this.#released = released
  }

  /** Its viewer's token has ended: its socket follows within a grace, or renews it. */
  get isExpired(): boolean {
    const { viewer } = this.request.context()
    return viewer !== undefined && viewer.expiresAt <= Date.now()
  }

  /** It gets the states of this topic, now or as soon as it is known that it may. */
  follows(topic: string): boolean {
    return (this.state === 'live' || this.state === 'checking') && !this.#hidden.has(topic)
  }

  /** Has the owner asked anew what this viewer may see; until it has answered, nothing is handed over. */
  check(): void {
    this.asked++
    if (this.state !== 'live') return
    this.state = 'checking'
    void openStates(this, this.#engine)
  }

  /** Goes live: the topics of `hidden` are not for this viewer. Says which topics it begins to follow. */
  admit(hidden: ReadonlySet<string>): StateGroup[] {
    const before = this.state === 'joining' ? undefined : this.#hidden
    this.#hidden = hidden
    this.state = 'live'
    for (const [id, { topic }] of this.#held) if (hidden.has(topic)) this.#held.delete(id)
    void this.#flush()
    return this.groups.filter(({ topic: { name } }) => !hidden.has(name) && (!before || before.has(name)))
  }

  /** Was it among those that this viewer may not see, at the last answer? */
  hides(topic: string): boolean {
    return this.state !== 'joining' && this.#hidden.has(topic)
  }

  /** Hands over the newest state of a key. */
  hand({ topic, key }: StateEvent, result: SharedResult): void {
    if (!this.follows(topic)) return
    if (this.state === 'live' && this.#held.size === 0 && !this.#sink.drained()) return this.tell(result)
    const id = `${topic} ${key}`
    // What changed last goes last.
    if (this.#held.delete(id)) this.#engine.metrics.conflated.inc()
    this.#held.set(id, { topic, result })
    void this.#flush()
  }

  /** Writes a result past everything that is held. */
  tell(result: SharedResult): void {
    if (this.state === 'ended') return
    this.#engine.metrics.eventsOut.inc()
    this.#sink.next(result)
  }

  /** Ends it with an error that its client is told. */
  fail(errors: readonly GraphQLFormattedError[]): void {
    if (this.stop()) this.#sink.error(errors)
  }

  /** Ends it regularly: its client is told that nothing more comes. */
  complete(): void {
    if (this.stop()) this.#sink.complete()
  }

  /** Ends it without a word, because its client is gone or asked for it. False when it had ended before. */
  stop(): boolean {
    if (this.state === 'ended') return false
    this.state = 'ended'
    this.#held.clear()
    this.#released(this)
    return true
  }

  async #flush(): Promise<void> {
    if (this.#isFlushing) return
    this.#isFlushing = true
    while (this.state === 'live' && this.#held.size > 0) {
      const drained = this.#sink.drained()
      if (drained) await drained
      else {
        const [id, { result }] = this.#held.entries().next().value!
        this.#held.delete(id)
        this.tell(result)
      }
    }
    this.#isFlushing = false
  }
}
