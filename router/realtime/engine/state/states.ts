import { InvalidInput } from '../../../../platform/errors.ts'
import type { PubSub } from '../../../../platform/events/pubsub.ts'
import { ACCESS_CHANNEL, readAccessChange } from '../../../../platform/subgraph/index.ts'
import { Deadlines } from '../../../../platform/time/deadlines.ts'
import type { Supergraph } from '../../../supergraph/supergraph.ts'
import type { EngineOptions } from '../engine.ts'
import { FollowedTopics, type Leave } from '../followedTopics.ts'
import { groupKey, type LivePreparation } from '../groupKey.ts'
import { retrying } from '../retrying.ts'
import type { Sink } from '../sink.ts'
import type { Credentials } from '../subscriptionRequest.ts'
import { openStates } from './openStates.ts'
import type { StateEngine } from './stateEngine.ts'
import type { StateMember } from './stateGroup.ts'
import { StateReadings } from './stateReadings.ts'
import { StateSubscription } from './stateSubscription.ts'
import { StateTopic } from './stateTopic.ts'

/** All topics of state that this router follows, and who subscribes to them. */
export class States {
  readonly #engine: StateEngine
  readonly #pubsub: PubSub
  readonly #topics: FollowedTopics<StateTopic>
  readonly #subscriptions = new Set<StateSubscription>()
  readonly #byViewer = new Map<string, Set<StateSubscription>>()
  readonly #stopWatching: () => void
  #access: Promise<Leave> | undefined

  constructor(pubsub: PubSub, options: EngineOptions) {
    this.#pubsub = pubsub
    const { limits, metrics } = options
    this.#engine = {
      ...options,
      deadlines: new Deadlines(limits.resolveTimeoutMs),
      readings: new StateReadings(limits, metrics),
      access: () => (this.#access ??= this.#listenToAccess()),
    }
    this.#topics = new FollowedTopics(
      pubsub,
      options,
      (name, following) => new StateTopic(name, this.#engine, following),
    )
    this.#stopWatching = pubsub.onConnection((connected) => {
      // What was said meanwhile is lost, also of who may see what: everything is asked anew.
      if (connected) for (const subscription of this.#subscriptions) subscription.check()
    })
  }

  /** Topics followed now. */
  get size(): number {
    return this.#topics.size
  }

  /**
   * Subscribes; results and the end go to the sink. First come the states of now, then what changes.
   * @throws InvalidInput  the variables do not name a topic, or too many
   */
  subscribe(
    operation: LivePreparation,
    variables: Record<string, unknown>,
    credentials: Credentials,
    sink: Sink,
    supergraph: Supergraph,
  ): StateSubscription {
    const { live } = operation
    const topic = live.topic(variables)
    const names = topic.states ?? []
    const { statesPerSubscription, topicNameLength } = this.#engine.limits
    if (names.length > statesPerSubscription)
      throw new InvalidInput(`A subscription follows at most ${statesPerSubscription} topics.`)
    if (names.some((name) => name.length > topicNameLength))
      throw new InvalidInput('The argument is too long for a topic.')
    const key = groupKey(operation, variables, credentials.viewer, supergraph)
    const groups = names.map((name) => this.#topics.follow(name).group(key))
    const parts = { engine: this.#engine, sink, open: this.#open, release: this.#release }
    const subscription = new StateSubscription({ live, variables, topic, credentials }, groups, parts)
    this.#enter(subscription)
    this.#open(subscription)
    return subscription
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    this.#stopWatching()
    await this.#topics.close()
    await this.#access?.then((leave) => leave()).catch(() => undefined)
  }

  #enter(subscription: StateSubscription): void {
    for (const group of subscription.groups) group.enter(subscription)
    this.#subscriptions.add(subscription)
    this.#engine.metrics.subscriptions.inc()
    const { userId } = subscription
    if (userId === undefined) return
    const others = this.#byViewer.get(userId) ?? new Set()
    this.#byViewer.set(userId, others.add(subscription))
  }

  readonly #open = (subscription: StateSubscription): void => void openStates(subscription, this.#engine)

  readonly #release = (subscription: StateSubscription): void => {
    if (!this.#subscriptions.delete(subscription)) return
    this.#engine.metrics.subscriptions.dec()
    const { userId = '' } = subscription
    const others = this.#byViewer.get(userId)
    others?.delete(subscription)
    if (others?.size === 0) this.#byViewer.delete(userId)
    for (const group of subscription.groups) group.leave(subscription)
  }

  #listenToAccess(): Promise<Leave> {
    const listening = retrying(
      () => this.#pubsub.subscribe(ACCESS_CHANNEL, (text) => this.#accessChanged(text)),
      () => this.#subscriptions.size > 0,
    )
    listening.catch(() => (this.#access = undefined))
    return listening
  }

  #accessChanged(text: string): void {
    const change = readAccessChange(text)
    if (!change) return this.#engine.metrics.dropped.inc({ why: 'malformed' })
    const concerned = new Set<StateMember>()
    for (const viewer of change.viewers ?? [])
      this.#byViewer.get(viewer)?.forEach((follower) => concerned.add(follower))
    for (const name of change.topics ?? []) {
      for (const { members } of this.#topics.find(name)?.groups() ?? [])
        for (const member of members) concerned.add(member)
    }
    for (const subscription of concerned) subscription.check()
  }
}
