import { InvalidInput } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { RequestContext, Supergraph } from '../../supergraph/supergraph.ts'
import type { RealtimeLimits } from '../limits.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { Tracing } from '../../../platform/telemetry/tracing/index.ts'
import type { RealtimeMetrics } from '../metrics.ts'
import type { Bundle } from './bundle.ts'
import { Bundles } from './bundles.ts'
import { FollowedTopics } from './followedTopics.ts'
import { groupKey, type LivePreparation } from './groupKey.ts'
import type { Sink } from './sink.ts'
import { Subscription, type SubscriptionRequest } from './subscription.ts'
import { Topic } from './topic.ts'
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

/** All topics of events that this router follows, and who subscribes to them. */
export class Hub {
  readonly #engine: Engine
  readonly #bundles: Bundles
  readonly #topics: FollowedTopics<Topic>
  readonly #stopWatching: () => void
  #isDelayed = false
  readonly #delayWatchers = new Set<() => void>()

  constructor(pubsub: PubSub, parts: Omit<Engine, 'log'>) {
    this.#engine = { ...parts, log: new TopicLog(parts.limits, parts.metrics) }
    this.#topics = new FollowedTopics(pubsub, parts, (name, listen) => new Topic(name, this.#engine, listen))
    this.#bundles = new Bundles(this.#engine)
    this.#stopWatching = pubsub.onConnection((connected) => {
      this.#isDelayed = !connected
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
    context: () => RequestContext,
    sink: Sink,
    supergraph: Supergraph,
  ): Subscription | Bundle {
    const { live } = operation
    const request = { live, variables, context, topic: live.topic(variables) }
    const key = groupKey(operation, variables, context().viewer, supergraph)
    if (!live.isBundle) return this.#subscribe(request, key, sink).subscription
    return this.#bundles.open(request, (part, itsSink) => this.#subscribe(part, key, itsSink), sink)
  }

  #subscribe(request: SubscriptionRequest, key: string, sink: Sink) {
    const { name } = request.topic
    if (name.length > this.#engine.limits.topicNameLength)
      throw new InvalidInput('The argument is too long for a topic.')
    const topic = this.#topics.follow(name)
    const group = topic.group(key)
    const subscription = new Subscription(request, group, sink, this.#release)
    group.enter()
    this.#engine.metrics.subscriptions.inc()
    topic.join(subscription)
    return { subscription, heard: topic.ready }
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    this.#stopWatching()
    await this.#topics.close()
  }

  /** One for all subscriptions: a function of its own would be a good part of what an idle one holds. */
  readonly #release = (ended: Subscription): void => {
    const { group } = ended
    this.#engine.metrics.subscriptions.dec()
    group.leave(ended)
    if (!group.isEmpty) return
    group.topic.dropGroup(group)
    this.#topics.release(group.topic)
  }
}
