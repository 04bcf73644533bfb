import { isDeepStrictEqual } from 'node:util'
import type { StateEvent } from '../../../../platform/events/stateEvent.ts'
import type { SharedResult } from '../sharedResult.ts'
import type { Sink } from '../sink.ts'
import { Subscriber } from '../subscriber.ts'
import type { SubscriptionRequest } from '../subscriptionRequest.ts'
import { placeOf } from './placeOf.ts'
import type { StateEngine } from './stateEngine.ts'
import type { StateGroup, StateMember } from './stateGroup.ts'

interface StateParts {
  engine: StateEngine
  sink: Sink
  /** Asks the owner what it may see and how that is now. */
  open(this: void, subscription: StateSubscription): void
  /** Called once, when it has ended. */
  release(this: void, ended: StateSubscription): void
}

/**
 * One subscriber of one or several topics of state. Of each key a slow reader gets the newest only. While it is `checking`,
 * what it may see is being asked anew, and what comes meanwhile is held.
 */
export class StateSubscription extends Subscriber<'live' | 'checking'> implements StateMember {
  readonly groups: readonly StateGroup[]
  /** Grows when the owner is to be asked anew. */
  asked = 0
  readonly #engine: StateEngine
  readonly #open: StateParts['open']
  readonly #release: StateParts['release']
  /** Topics of the request that this viewer may not see now. */
  #hidden: ReadonlySet<string> = new Set()
  /** Keys of the others that it may not see now, by `placeOf`, with what stands for them. */
  #withheld: ReadonlyMap<string, StateEvent> = new Map()
  /** The newest of each key, for a reader who is behind or may not see it yet. */
  readonly #held = new Map<string, { topic: string; result: SharedResult }>()
  #isFlushing = false

  constructor(
    request: SubscriptionRequest,
    groups: readonly StateGroup[],
    { engine, sink, open, release }: StateParts,
  ) {
    super(request, sink)
    this.groups = groups
    this.#open = open
    this.#release = release
    this.#engine = engine
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
    this.#open(this)
  }

  /**
   * Goes live: the topics of `hidden` and the keys of `withheld` (by `placeOf`) are not for this viewer. Gives what it begins to see
   * with that: the states that there are now.
   */
  admit(hidden: ReadonlySet<string>, withheld: ReadonlyMap<string, StateEvent>): Shown[] {
    const [wasJoining, before, kept] = [this.state === 'joining', this.#hidden, this.#withheld]
    this.#hidden = hidden
    this.#withheld = withheld
    this.state = 'live'
    for (const [place, { topic }] of this.#held) {
      if (hidden.has(topic) || withheld.has(place)) this.#held.delete(place)
    }
    void this.#flush()
    const isNew = (state: StateEvent) => {
      const stood = kept.get(placeOf(state))
      return wasJoining || before.has(state.topic) || (stood && !isDeepStrictEqual(stood.payload, state.payload))
    }
    return this.groups.flatMap((group) => {
      const states = group.topic.current.filter((state) => this.#shows(state) && isNew(state))
      return states.map((state) => ({ group, state }))
    })
  }

  /** Was it among those that this viewer may not see, at the last answer? */
  hides(topic: string): boolean {
    return this.state !== 'joining' && this.#hidden.has(topic)
  }

  /** Has it been shown states of this key, as far as there were any? */
  hasSeen(state: StateEvent): boolean {
    return this.state !== 'joining' && this.#shows(state)
  }

  /** Hands over the newest state of a key. */
  hand(state: StateEvent, result: SharedResult): void {
    if (!this.#shows(state)) return
    if (this.state === 'live' && this.#held.size === 0 && !this.sink.drained()) return this.tell(result)
    const place = placeOf(state)
    // What changed last goes last.
    if (this.#held.delete(place)) this.#engine.metrics.conflated.inc()
    this.#held.set(place, { topic: state.topic, result })
    void this.#flush()
  }

  /** Writes a result past everything that is held. */
  tell(result: SharedResult): void {
    if (this.state === 'ended') return
    this.#engine.metrics.eventsOut.inc()
    this.sink.next(result)
  }

  override stop(): boolean {
    this.#held.clear()
    return super.stop()
  }

  protected override released(): void {
    this.#release(this)
  }

  #shows(state: StateEvent): boolean {
    return this.follows(state.topic) && !this.#withheld.has(placeOf(state))
  }

  async #flush(): Promise<void> {
    if (this.#isFlushing) return
    this.#isFlushing = true
    while (this.state === 'live' && this.#held.size > 0) {
      const drained = this.sink.drained()
      if (drained) await drained
      else {
        const [place, { result }] = this.#held.entries().next().value!
        this.#held.delete(place)
        this.tell(result)
      }
    }
    this.#isFlushing = false
  }
}

export interface Shown {
  group: StateGroup
  state: StateEvent
}
