import { InvalidInput } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { RequestContext, Supergraph } from '../../supergraph/supergraph.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { Tracing } from '../../../platform/telemetry/tracing/index.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import type { Bundle } from './bundle.ts'
import { Bundles } from './bundles.ts'
import { groupKey, type LivePreparation } from './groupKey.ts'
import { retrying } from './retrying.ts'
import type { Sink } from './sink.ts'
import { Subscription, type SubscriptionRequest } from './subscription.ts'
import { Topic, type Leave } from './topic.ts'
import { TopicLog } from './topicLog.ts'

/** What the parts of the engine share. */
export interface Engine {
  limits: RealtimeLimits
  logger: Logger
  metrics: RealtimeMetrics
  log: TopicLog
  /** Undefined: nothing is traced. */
  tracing?: Tracing | undefined
}

/** All topics that this router follows, each with one subscription to pub/sub however many subscribers it has. */
export class Hub {
  readonly #engine: Engine
  readonly #pubsub: PubSub
  readonly #bundles: Bundles
  readonly #topics = new Map<string, Topic>()
  /** Ends of pub/sub subscriptions that are under way, by channel: a new one waits for the old one's end. */
  readonly #leaving = new Map<string, Promise<void>>()
  readonly #stopWatching: () => void
  readonly #supergraphs = new WeakMap<Supergraph, number>()
  #supergraphCount = 0
  #isDelayed = false
  readonly #delayWatchers = new Set<() => void>()

  constructor(pubsub: PubSub, parts: Omit<Engine, 'log'>) {
    this.#pubsub = pubsub
    this.#engine = { ...parts, log: new TopicLog(parts.limits, parts.metrics) }
    this.#bundles = new Bundles(this.#engine)
    this.#stopWatching = pubsub.onConnection((connected) => {
      this.#isDelayed = !connected
      for (const tell of this.#delayWatchers) tell()
      if (connected) for (const topic of this.#topics.values()) topic.suspect()
    })
  }

  /** Pub/sub is away: events are safe in their logs, and come when it is back. */
  get isDelayed(): boolean {
    return this.#isDelayed
  }

  /** `tell` is called when `isDelayed` changes. */
  onDelay(tell: () => void): void {
    this.#delayWatchers.add(tell)
  }

  /** Topics followed now. */
  get size(): number {
    return this.#topics.size
  }

  /**
   * Subscribes; results and the end go to the sink. Subscribers of different supergraphs never share a group: what they
   * select may be planned differently.
   * @throws InvalidInput   the variables do not name a topic
   * @throws LimitExceeded  the viewer follows as many bundles of topics as they may
   */
  subscribe(
    operation: LivePreparation,
    variables: Record<string, unknown>,
    context: () => RequestContext,
    sink: Sink,
    supergraph: Supergraph,
  ): Subscription | Bundle {
    const { live } = operation
    const request = { live, variables, context, topic: live.topic(variables) }
    const key = `${this.#numberOf(supergraph)} ${groupKey(operation, variables, context().viewer)}`
    if (!live.isBundle) return this.#subscribe(request, key, sink).subscription
    return this.#bundles.open(request, (part, itsSink) => this.#subscribe(part, key, itsSink), sink)
  }

  #subscribe(request: SubscriptionRequest, key: string, sink: Sink) {
    const { name } = request.topic
    if (name.length > this.#engine.limits.topicNameLength)
      throw new InvalidInput('The argument is too long for a topic.')
    const topic = this.#topics.get(name) ?? this.#follow(name)
    const group = topic.group(key)
    const subscription = new Subscription(request, group, sink, (ended) => this.#release(topic, ended))
    group.enter()
    this.#engine.metrics.subscriptions.inc()
    topic.join(subscription)
    return { subscription, heard: topic.ready }
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    this.#stopWatching()
    for (const topic of this.#topics.values()) this.#drop(topic)
    await Promise.all(this.#leaving.values())
  }

  #numberOf(supergraph: Supergraph): number {
    const known = this.#supergraphs.get(supergraph)
    if (known === undefined) this.#supergraphs.set(supergraph, ++this.#supergraphCount)
    return known ?? this.#supergraphCount
  }

  #follow(name: string): Topic {
    const topic = new Topic(name, this.#engine, (self) => this.#listen(self))
    this.#topics.set(name, topic)
    this.#engine.metrics.topics.inc()
    return topic
  }

  async #listen(topic: Topic): Promise<Leave> {
    await this.#leaving.get(topic.name)
    const isFollowed = () => this.#topics.get(topic.name) === topic
    return retrying(() => this.#pubsub.subscribe(topic.name, (message) => topic.hear(message)), isFollowed)
  }

  #release(topic: Topic, subscription: Subscription): void {
    const { group } = subscription
    this.#engine.metrics.subscriptions.dec()
    group.leave(subscription)
    if (!group.isEmpty) return
    topic.dropGroup(group)
    if (topic.isEmpty && this.#topics.get(topic.name) === topic) this.#drop(topic)
  }

  #drop(topic: Topic): void {
    const { name } = topic
    this.#topics.delete(name)
    this.#engine.metrics.topics.dec()
    topic.close()
    const left = topic.ready
      .then((leave) => leave())
      .catch((cause) => this.#engine.logger.debug({ err: cause, topic: name }, 'a topic was not left'))
      .finally(() => {
        if (this.#leaving.get(name) === left) this.#leaving.delete(name)
      })
    this.#leaving.set(name, left)
  }
}
