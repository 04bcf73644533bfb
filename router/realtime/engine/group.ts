import type { Span } from '../../../platform/telemetry/tracing/index.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { toErrors } from '../errorPayload.ts'
import type { Engine } from './engine.ts'
import { Resolutions } from './resolutions.ts'
import type { Resolved } from './resolved.ts'
import { partAway, resolveOnce } from './resolveOnce.ts'
import type { SharedResult } from './sharedResult.ts'
import { Slices } from './slices.ts'
import type { Joinable, Subscription } from './subscription.ts'
import type { SubscriptionRequest } from './subscriptionRequest.ts'

interface Pending {
  event: TopicEvent
  /** `performance.now()` when the topic handed the event out. */
  since: number
  /** Where what wrote the event is traced: from here to the sockets. */
  span: Span | undefined
  resolved?: Resolved
}

/** The topic of a group, as far as the group deals with it. */
export interface Home {
  /** Brings a subscriber from where it is to the stream. */
  join(subscription: Subscription): void
  /** Nobody is left in the group. */
  dropGroup(group: Group): void
}

/**
 * Subscribers who get the same bytes. Each event is resolved and serialized once; several are resolved at the same time
 * and written in their order.
 */
export class Group implements Joinable {
  readonly key: string
  /** The position up to which this group has written; undefined until its topic knows where it stands. */
  written: number | undefined
  readonly #home: Home
  readonly #engine: Engine
  readonly #live = new Set<Subscription>()
  readonly #resolutions: Resolutions<string>
  #queue: Pending[] = []
  #started = 0
  #joining = 0
  #members = 0
  /** What its first subscriber asked for. */
  #asked: Pick<SubscriptionRequest, 'live' | 'variables' | 'topic'> | undefined
  #isWriting = false

  constructor(key: string, home: Home, engine: Engine) {
    this.key = key
    this.#home = home
    this.#engine = engine
    this.#resolutions = new Resolutions(engine.limits.recentEvents, () => this.#joining > 0)
  }

  /** A subscriber that is up to date, for readings that need someone's credentials; if possible one whose token holds. */
  get anyone(): Subscription | undefined {
    let first: Subscription | undefined
    for (const member of this.#live) {
      if (!member.isExpired) return member
      first ??= member
    }
    return first
  }

  /** The request as it is to be kept. In a group all is the same but the position, so who begins at the same one needs no copy. */
  share(request: SubscriptionRequest): SubscriptionRequest {
    const { live, variables, topic } = request
    this.#asked ??= { live, variables, topic }
    return topic.after === this.#asked.topic.after ? { ...request, ...this.#asked } : request
  }

  enter(): void {
    this.#members++
    this.#engine.metrics.subscriptions.inc()
  }

  leave(subscription: Subscription): void {
    this.#engine.metrics.subscriptions.dec()
    this.#live.delete(subscription)
    if (this.#live.size === 0) this.#clearQueue()
    if (--this.#members === 0) this.#home.dropGroup(this)
  }

  joinStarts(): void {
    this.#joining++
  }

  joinEnds(): void {
    if (--this.#joining === 0) this.#resolutions.clear()
  }

  admit(subscription: Subscription): boolean {
    if (this.written === undefined || subscription.at === undefined || subscription.at < this.written) return false
    subscription.state = 'live'
    this.#live.add(subscription)
    return true
  }

  /** The next event of the topic. */
  push(event: TopicEvent): void {
    if (this.#live.size === 0) {
      this.written = event.rev
      return
    }
    this.#queue.push({ event, since: performance.now(), span: this.#startSpan(event) })
    if (this.#queue.length > this.#engine.limits.pendingEvents) this.rejoin()
    else this.#pump()
  }

  /** Its subscribers catch up from the log: too much waits, or the stream passes something over. */
  rejoin(): void {
    const members = [...this.#live]
    this.#live.clear()
    this.#clearQueue()
    for (const member of members) member.state = 'joining'
    for (const member of members) this.#home.join(member)
  }

  /**
   * The event as this group gets it. While somebody is catching up, results are kept for those who ask for the same
   * event a moment later.
   */
  resolve(event: TopicEvent, asker?: Subscription): Promise<Resolved> {
    const begin = () => {
      this.#engine.metrics.resolutions.inc()
      return resolveOnce(event, () => this.#askers(event, asker), this.#engine)
    }
    // A resync may stand at the position of an event, so the position alone does not name a result.
    const key = `${event.rev} ${event.payload.__typename}`
    return this.#resolutions.resolve(key, begin, () => (asker ? asker.state !== 'ended' : this.#live.size > 0))
  }

  /**
   * Whose credentials to resolve with: at most three viewers, those whom the event ends, or whose token has, last. Mostly the
   * first one does, so the next is looked for when it is needed.
   */
  *#askers(event: TopicEvent, asker: Subscription | undefined): Generator<Subscription, void> {
    const askers: Subscription[] = []
    if (asker && asker.state !== 'ended' && !asker.isExpired) {
      askers.push(asker)
      yield asker
    }
    const others: Subscription[] = []
    let looked = 0
    for (const member of this.#live) {
      if (askers.length === 3) return
      if (looked > 64) break
      // Many tokens may end at once, and those of the oldest members first: they are all looked past.
      const isKnown = askers.some(({ userId }) => userId === member.userId)
      const isExpired = !isKnown && member.isExpired
      if (!isExpired) looked++
      if (isKnown) continue
      if (!isExpired && !member.isEndedBy(event)) {
        askers.push(member)
        yield member
      } else if (others.length === 0) others.push(member)
    }
    if (asker && !askers.includes(asker)) others.push(asker)
    yield* others.slice(0, 3 - askers.length)
  }

  #pump(): void {
    while (this.#started < Math.min(this.#queue.length, this.#engine.limits.resolveAhead)) {
      const pending = this.#queue[this.#started++]!
      void this.resolve(pending.event).then((resolved) => {
        pending.resolved = resolved
        void this.#write()
      })
    }
  }

  /** Writes what is resolved, in order. One at a time: a crowd is written to in slices. */
  async #write(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    for (let next = this.#queue[0]; next?.resolved; next = this.#queue[0]) {
      if (next.resolved.isAway) {
        this.#sendAway()
        break
      }
      this.#queue.shift()
      this.#started--
      this.written = next.event.rev
      const delivered = await this.#writeTo(next.event, next.resolved.result)
      next.span?.end({ attributes: { 'parley.delivered': delivered } })
      this.#engine.metrics.deliverySeconds.observe((performance.now() - next.since) / 1000)
    }
    this.#isWriting = false
    this.#pump()
  }

  /** Gives to how many it was written. Who is admitted meanwhile has the event already. */
  async #writeTo(event: TopicEvent, result: SharedResult): Promise<number> {
    const slices = new Slices(this.#engine.limits.sliceMs)
    let delivered = 0
    for (const member of this.#live) {
      if (slices.isOver) await slices.next()
      if (!member.hand(event, result)) continue
      delivered++
      if (member.isEndedBy(event)) member.complete()
    }
    this.#engine.metrics.eventsOut.inc(delivered)
    return delivered
  }

  #startSpan({ traceparent: parent, topic, rev }: TopicEvent): Span | undefined {
    if (parent === undefined) return undefined
    const attributes = { 'parley.topic': topic, 'parley.rev': rev }
    return this.#engine.tracing?.start('deliver', { kind: 'consumer', parent, attributes })
  }

  /** Nothing is written over what could not be resolved: its subscribers come back with `after`, and get it whole. */
  #sendAway(): void {
    const errors = toErrors(partAway(), this.#engine.logger)
    for (const member of [...this.#live]) member.fail(errors)
    this.#clearQueue()
  }

  /** What waits is no longer wanted: who joins from here reads it from the log. */
  #clearQueue(): void {
    this.written = this.#queue.at(-1)?.event.rev ?? this.written
    this.#queue = []
    this.#started = 0
  }
}
