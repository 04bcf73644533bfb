import { InvalidInput } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import { Deadlines } from '../../../platform/time/deadlines.ts'
import type { Supergraph } from '../../supergraph/supergraph.ts'
import type { Bundle } from './bundle.ts'
import { Bundles } from './bundles.ts'
import type { Engine, EngineOptions } from './engine.ts'
import { FollowedTopics } from './followedTopics.ts'
import { groupKey, type LivePreparation } from './groupKey.ts'
import type { Sink } from './sink.ts'
import { Subscription } from './subscription.ts'
import type { Credentials, SubscriptionRequest } from './subscriptionRequest.ts'
import { Topic } from './topic.ts'
import { TopicLog } from './topicLog.ts'

/** All topics of events that this router follows, and who subscribes to them. */
export class Hub {
  readonly #engine: Engine
  readonly #bundles: Bundles
  readonly #topics: FollowedTopics<Topic>
  readonly #stopWatching: () => void
  #isDelayed = false
  readonly #delayWatchers = new Set<() => void>()

  constructor(pubsub: PubSub, options: EngineOptions) {
    const { limits, metrics } = options
    const deadlines = new Deadlines(limits.resolveTimeoutMs)
    this.#engine = { ...options, deadlines, log: new TopicLog(limits, metrics) }
    this.#topics = new FollowedTopics(pubsub, options, (name, following) => new Topic(name, this.#engine, following))
    this.#bundles = new Bundles(this.#engine)
    this.#stopWatching = pubsub.onConnection((connected) => {
      this.#isDelayed = !connected
      metrics.delayed.set(connected ? 0 : 1)
      for (const tell of this.#delayWatchers) tell()
      if (connected) for (const topic of this.#topics) topic.suspect()
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
   * Subscribes; results and the end go to the sink.
   * @throws InvalidInput   the variables do not name a topic
   * @throws LimitExceeded  the viewer follows as many bundles of topics as they may
   */
  subscribe(
    operation: LivePreparation,
    variables: Record<string, unknown>,
    credentials: Credentials,
    sink: Sink,
    supergraph: Supergraph,
  ): Subscription | Bundle {
    const { live } = operation
    const request = { live, variables, credentials, topic: live.topic(variables) }
    const key = groupKey(operation, variables, credentials.viewer, supergraph)
    if (!live.isBundle) return this.#subscribe(request, key, sink).subscription
    return this.#bundles.open(request, (part, itsSink) => this.#subscribe(part, key, itsSink), sink)
  }

  #subscribe(request: SubscriptionRequest, key: string, sink: Sink) {
    const { name } = request.topic
    if (name.length > this.#engine.limits.topicNameLength)
      throw new InvalidInput('The argument is too long for a topic.')
    const topic = this.#topics.follow(name)
    // One text for all who follow it.
    request.topic.name = topic.name
    const group = topic.group(key)
    const subscription = new Subscription(group.share(request), group, sink)
    group.enter()
    topic.join(subscription)
    return { subscription, heard: topic.ready }
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    this.#stopWatching()
    await this.#topics.close()
  }
}
