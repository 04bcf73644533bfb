import type { GraphQLFormattedError } from 'graphql'
import { Forbidden, Overloaded } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { BundleTopic } from '../../../platform/subgraph/topics.ts'
import { codeOf, isRefusal, toErrors } from '../errorPayload.ts'
import { BundlePartSink, type PartSinks } from './bundlePartSink.ts'
import type { Engine } from './engine.ts'
import { Gate } from './gate.ts'
import type { SharedResult } from './sharedResult.ts'
import type { Sink } from './sink.ts'
import type { Subscription } from './subscription.ts'
import type { PartOpening, SubscriptionRequest } from './subscriptionRequest.ts'

/** Subscribes to one topic of the bundle; `heard` settles when what is published there will be heard. */
export type SubscribePart = (
  request: SubscriptionRequest,
  sink: Sink,
) => { subscription: Subscription; heard: Promise<unknown> }

interface Part extends ReturnType<SubscribePart> {
  begin: (opening: PartOpening | undefined) => void
  /** Up to where the opening has told what events of this topic say of the bundle. */
  told: number
}

interface Left {
  at: number
  /** The viewer was no longer to have it; else it has made room. */
  isOver: boolean
}

const none = Object.freeze({})
const hasBegun = () => undefined

/** Once: what was needed to begin is not kept. */
function begin(part: Part, opening: PartOpening): void {
  part.begin(opening)
  part.begin = hasBegun
}

/** Topics of one bundle that read their logs at the same time. */
const readAtOnce = 8

/**
 * One operation that many topics feed: a subscription to each under one id, so that what a topic has in common with other
 * bundles is resolved and serialized once for all of them.
 *
 * The owner says which topics they are. It is asked twice: what it names first is heard before it is asked where the viewer
 * is in each, so nothing is lost in between. After that, events say which topics join and leave. Of more topics than the owner
 * names, it is asked now and then which are to be followed.
 */
export class Bundle implements PartSinks {
  readonly #request: SubscriptionRequest
  readonly #subscribe: SubscribePart
  readonly #sink: Sink
  readonly #engine: Engine
  readonly #parts = new Map<string, Part>()
  /** Where the viewer was in topics that have left: what comes back goes on from there. */
  readonly #left = new Map<string, Left>()
  readonly #gate = new Gate(readAtOnce)
  readonly #closed: () => void
  #ended = false
  #nextLook: NodeJS.Timeout | undefined

  /** `closed` is called once, when it has ended, however that came. */
  constructor(request: SubscriptionRequest, subscribe: SubscribePart, sink: Sink, engine: Engine, closed: () => void) {
    this.#closed = closed
    this.#request = request
    this.#subscribe = subscribe
    this.#sink = sink
    this.#engine = engine
  }

  /** Begins. Whatever goes wrong ends the bundle with an error. */
  async open(): Promise<void> {
    try {
      const wanted = () => !this.#ended
      const named = await this.#engine.log.openBundle(this.#request, wanted)
      if (this.#ended) return
      // Once, also where its owner names it twice.
      for (const topic of new Set(named.map((one) => one.topic))) if (!this.#ended) this.#add(topic)
      await Promise.all([...this.#parts.values()].map(({ heard }) => heard))
      const topics = await this.#engine.log.openBundle(this.#request, wanted)
      if (!this.#ended) this.#begin(topics)
    } catch (cause) {
      this.fail(toErrors(cause, this.#engine.logger))
    }
  }

  /** Ends it without a word. False when it had ended before. */
  stop(): boolean {
    if (this.#ended) return false
    this.#ended = true
    clearTimeout(this.#nextLook)
    for (const { subscription, begin } of this.#parts.values()) {
      begin(undefined)
      subscription.stop()
    }
    this.#parts.clear()
    this.#closed()
    return true
  }

  fail(errors: readonly GraphQLFormattedError[]): void {
    if (this.stop()) this.#sink.error(errors)
  }

  /** A result of one of its topics. */
  next(topic: string, result: SharedResult, event: TopicEvent | undefined): void {
    if (this.#ended) return
    this.#sink.next(result)
    if (!event?.follows && !event?.leaves) return
    const part = this.#parts.get(topic)
    if (!part || event.rev <= part.told) return
    for (const left of event.leaves ?? []) this.#leave(left, true)
    for (const { topic: joined, after } of event.follows ?? []) this.#follow(joined, after)
  }

  /** One of its topics has ended: its viewer may no longer have it. */
  partEnded(topic: string): void {
    this.#drop(topic, true)
  }

  /** A topic that its owner refuses is none of the bundle's any more; without any other one there would be a hole. */
  partFailed(topic: string, errors: readonly GraphQLFormattedError[]): void {
    this.#drop(topic, true)
    if (codeOf({ ...errors[0] }) !== Forbidden.code) this.fail(errors)
  }

  drained(): Promise<void> | undefined {
    return this.#sink.drained()
  }

  #begin(topics: readonly BundleTopic[]): void {
    const named = new Set(topics.map(({ topic }) => topic))
    for (const topic of [...this.#parts.keys()]) if (!named.has(topic)) this.#leave(topic, false)
    for (const one of topics) if (!this.#ended) this.#start(one)
    this.#lookAgain(topics)
  }

  #start({ topic, after, rev, events = [] }: BundleTopic): void {
    const isHeard = this.#parts.has(topic)
    const part = this.#parts.get(topic) ?? this.#add(topic)
    if (!part) return
    part.told = rev
    const upTo = events.at(-1)?.rev ?? after
    // What was not heard before this was read has to be read once more.
    begin(part, { after, known: { rev, events: [...events], more: !isHeard || upTo < rev } })
  }

  #lookAgain(topics: readonly BundleTopic[], asked = this.#request): void {
    const again = topics.find((one) => one.again)?.again
    if (again)
      this.#lookLater({ ...asked, topic: { ...asked.topic, arguments: { ...asked.topic.arguments, ...again } } })
  }

  #lookLater(request: SubscriptionRequest): void {
    if (this.#ended) return
    // Bundles that began together do not ask together.
    const ms = this.#engine.limits.bundleLookMs * (0.8 + 0.4 * Math.random())
    this.#nextLook = setTimeout(() => void this.#look(request), ms).unref()
  }

  async #look(request: SubscriptionRequest): Promise<void> {
    try {
      const topics = await this.#engine.log.openBundle(request, () => !this.#ended)
      if (this.#ended) return
      this.#exchange(topics)
      this.#lookAgain(topics, request)
    } catch (cause) {
      if (isRefusal(cause)) this.fail(toErrors(cause, this.#engine.logger))
      else this.#lookLater(request)
    }
  }

  /** Follows what is named now. What is not makes room where that is needed, and goes on where it was when it is named again. */
  #exchange(topics: readonly BundleTopic[]): void {
    const named = new Set(topics.map(({ topic }) => topic))
    const joined = topics.filter(({ topic }) => !this.#parts.has(topic))
    for (const topic of [...this.#parts.keys()]) {
      if (this.#parts.size + joined.length <= this.#engine.limits.topicsPerBundle) break
      if (!named.has(topic)) this.#leave(topic, false)
    }
    for (const one of joined) if (!this.#ended) this.#startAgain(one)
  }

  #startAgain({ topic, rev, after, events }: BundleTopic): void {
    const left = this.#left.get(topic)
    // The answer is from before it was over.
    if (left?.isOver && rev <= left.at) return
    // Where it was is known here, and to nobody else: what is said to those who do not know is not for this viewer.
    if (left && events && !left.isOver) this.#start({ topic, rev, after: left.at })
    else this.#start({ topic, rev, after: Math.max(after, left?.at ?? 0), ...(events && { events }) })
  }

  #follow(topic: string, after: number): void {
    if (this.#ended || this.#parts.has(topic)) return
    const part = this.#add(topic)
    if (part) begin(part, { after: Math.max(after, this.#left.get(topic)?.at ?? 0) })
  }

  #leave(topic: string, isOver: boolean): void {
    const part = this.#drop(topic, isOver)
    part?.subscription.stop()
    part?.begin(undefined)
  }

  #drop(topic: string, isOver: boolean): Part | undefined {
    const part = this.#parts.get(topic)
    this.#parts.delete(topic)
    const at = part?.subscription.at
    // One that has not begun was nowhere.
    if (at === undefined) return part
    this.#left.set(topic, { at, isOver })
    if (this.#left.size > this.#engine.limits.topicsPerBundle) this.#left.delete(this.#left.keys().next().value!)
    return part
  }

  #add(topic: string): Part | undefined {
    const { topicsPerBundle } = this.#engine.limits
    if (this.#parts.size >= topicsPerBundle) {
      const tooMany = new Overloaded(
        `A subscription follows at most ${topicsPerBundle} topics: come back with \`after\`.`,
      )
      this.fail(toErrors(tooMany, this.#engine.logger))
      return undefined
    }
    const { live, variables, credentials } = this.#request
    const request = {
      live,
      variables,
      credentials,
      gate: this.#gate,
      topic: { name: topic, arguments: none, after: undefined },
    }
    const { promise, resolve } = Promise.withResolvers<PartOpening | undefined>()
    const part = { ...this.#subscribe(request, new BundlePartSink(this, topic)), begin: resolve, told: 0 }
    part.subscription.opening = promise
    this.#parts.set(topic, part)
    return part
  }
}
