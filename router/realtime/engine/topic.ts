import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import { catchUp, type Stream } from './catchUp.ts'
import type { Engine } from './engine.ts'
import type { Followed, Following, Leave } from './followedTopics.ts'
import { Group, type Home } from './group.ts'
import { Holes, type Holed } from './holes.ts'
import { RecentEvents } from './recentEvents.ts'
import { RevOrder } from './revOrder.ts'
import type { Subscription } from './subscription.ts'
import { readTopicMessage } from './topicMessage.ts'

/** One topic as this router follows it: its events in order, and the groups that get them. */
export class Topic implements Followed, Stream, Holed, Home {
  readonly name: string
  /** Settles when what is published from now on will be heard. */
  readonly ready: Promise<Leave>
  readonly #engine: Engine
  readonly #emptied: (topic: Topic) => void
  readonly #groups = new Map<string, Group>()
  readonly #order: RevOrder
  readonly #recent: RecentEvents
  readonly #holes: Holes
  #joining = 0

  constructor(name: string, engine: Engine, { listen, emptied }: Following<Topic>) {
    this.name = name
    this.#engine = engine
    this.#emptied = emptied
    this.#order = new RevOrder(engine.limits.earlyEvents)
    this.#recent = new RecentEvents(engine.limits.recentEvents)
    this.#holes = new Holes(this, engine)
    this.ready = listen(this)
    this.ready.catch(() => undefined) // those who join wait for it, and are told
  }

  /** The position up to which events were handed to the groups; undefined until an owner's first word. */
  get last(): number | undefined {
    return this.#order.last
  }

  get behind(): boolean {
    return this.#order.behind
  }

  /** A subscriber with whose credentials the log can be read; one whose token has ended where there is no other. */
  get reader(): Subscription | undefined {
    let first: Subscription | undefined
    for (const { anyone } of this.#groups.values()) {
      if (anyone && !anyone.isExpired) return anyone
      first ??= anyone
    }
    return first
  }

  group(key: string): Group {
    let group = this.#groups.get(key)
    if (!group) {
      group = new Group(key, this, this.#engine)
      group.written = this.last
      this.#groups.set(key, group)
      this.#engine.metrics.groups.inc()
    }
    return group
  }

  dropGroup(group: Group): void {
    if (this.#groups.delete(group.key)) this.#engine.metrics.groups.dec()
    if (this.#groups.size === 0) this.#emptied(this)
  }

  /** Brings a subscriber from where it is to the stream. */
  join(subscription: Subscription): void {
    this.#joining++
    subscription.group.joinStarts()
    void catchUp(subscription, this, this.#engine).finally(() => {
      subscription.group.joinEnds()
      if (--this.#joining === 0) this.#recent.clear()
      this.#holes.check()
    })
  }

  /** A message of the stream. */
  hear(text: string): void {
    const event = readTopicMessage(text, this.name)
    if (!event) {
      this.#engine.metrics.dropped.inc({ why: 'malformed' })
      this.#engine.logger.warn({ topic: this.name }, 'a message of a topic is not an event')
      return
    }
    this.#engine.metrics.eventsIn.inc()
    const before = this.last
    this.#handOut(this.#order.offer(event), before ?? 0)
    this.#holes.check()
  }

  /** The stream may have lost messages. */
  suspect(): void {
    this.#holes.suspect()
  }

  /** The owner's word on where the topic stands. */
  stands(rev: number): void {
    if (this.last === undefined) for (const group of this.#groups.values()) group.written = rev
    this.#handOut(this.#order.begin(rev), rev)
    this.#holes.check()
  }

  /**
   * What the log gives after `last`. Where it no longer reaches back, what it passes over may have ended somebody's
   * membership, and some may have had it already: each reads on by itself.
   */
  takeFromLog({ rev, events }: TopicOpening): void {
    for (const event of events) {
      const before = this.last ?? 0
      if (event.rev > before + 1) for (const group of this.#groups.values()) group.rejoin()
      this.#handOut(this.#order.accept(event), before)
    }
    this.stands(rev)
  }

  giveUp(): number {
    return this.#order.giveUp()
  }

  /** What was handed out after `rev`, or undefined where only the log has all of it. */
  recentAfter(rev: number): TopicEvent[] | undefined {
    return this.#recent.after(rev)
  }

  close(): void {
    this.#engine.log.forget(this.name)
    this.#holes.close()
  }

  /** `before`: the position before the first of them. */
  #handOut(events: readonly TopicEvent[], before: number): void {
    let at = before
    for (const event of events) {
      // Somebody may begin to catch up in the middle, because of an event: those before it are not kept for them.
      if (this.#joining > 0) this.#recent.push(event, at)
      at = event.rev
      for (const group of this.#groups.values()) group.push(event)
    }
  }
}
