import { InvalidInput } from '../../../../platform/errors.ts'
import type { PubSub } from '../../../../platform/events/pubsub.ts'
import { ACCESS_CHANNEL, readAccessChange } from '../../../../platform/subgraph/index.ts'
import type { RequestContext, Supergraph } from '../../../supergraph/supergraph.ts'
import { groupKey, type LivePreparation } from '../groupKey.ts'
import type { Engine } from '../hub.ts'
import { retrying } from '../retrying.ts'
import type { Sink } from '../sink.ts'
import type { Leave } from '../topic.ts'
import { openStates } from './openStates.ts'
import { StateReadings } from './stateReadings.ts'
import { StateSubscription } from './stateSubscription.ts'
import { StateTopic } from './stateTopic.ts'

/** What the parts that follow state share. */
export interface StateEngine extends Omit<Engine, 'log'> {
  readings: StateReadings
  /** Settles when changes of what viewers may see will be heard. */
  access(): Promise<unknown>
}

/** All topics of state that this router follows, each with one subscription to pub/sub however many subscribers it has. */
export class States {
  readonly #engine: StateEngine
  readonly #pubsub: PubSub
  readonly #topics = new Map<string, StateTopic>()
  readonly #leaving = new Map<string, Promise<void>>()
  readonly #subscriptions = new Set<StateSubscription>()
  readonly #byViewer = new Map<string, Set<StateSubscription>>()
  readonly #supergraphs = new WeakMap<Supergraph, number>()
  readonly #stopWatching: () => void
  #supergraphCount = 0
  #access: Promise<Leave> | undefined

  constructor(pubsub: PubSub, parts: Omit<Engine, 'log'>) {
    this.#pubsub = pubsub
    const readings = new StateReadings(parts.limits, parts.metrics)
    this.#engine = { ...parts, readings, access: () => (this.#access ??= this.#listenToAccess()) }
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
    context: () => RequestContext,
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
    const key = `${this.#numberOf(supergraph)} ${groupKey(operation, variables, context().viewer)}`
    const groups = names.map((name) => (this.#topics.get(name) ?? this.#follow(name)).group(key))
    const parts = { engine: this.#engine, sink, released: (ended: StateSubscription) => this.#release(ended) }
    const subscription = new StateSubscription({ live, variables, topic, context }, groups, parts)
    this.#enter(subscription)
    void openStates(subscription, this.#engine)
    return subscription
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    this.#stopWatching()
    for (const topic of this.#topics.values()) this.#drop(topic)
    await Promise.all(this.#leaving.values())
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

  #release(subscription: StateSubscription): void {
    if (!this.#subscriptions.delete(subscription)) return
    this.#engine.metrics.subscriptions.dec()
    const { userId = '' } = subscription
    const others = this.#byViewer.get(userId)
    others?.delete(subscription)
    if (others?.size === 0) this.#byViewer.delete(userId)
    for (const group of subscription.groups) {
      const { topic } = group
      group.leave(subscription)
      if (group.isEmpty) topic.dropGroup(group)
      if (topic.isEmpty && this.#topics.get(topic.name) === topic) this.#drop(topic)
    }
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
    const concerned = new Set<StateSubscription>()
    for (const viewer of change.viewers ?? [])
      this.#byViewer.get(viewer)?.forEach((follower) => concerned.add(follower))
    for (const name of change.topics ?? []) {
      for (const { members } of this.#topics.get(name)?.groups() ?? [])
        for (const member of members) concerned.add(member)
    }
    for (const subscription of concerned) subscription.check()
  }

  #numberOf(supergraph: Supergraph): number {
    const known = this.#supergraphs.get(supergraph)
    if (known === undefined) this.#supergraphs.set(supergraph, ++this.#supergraphCount)
    return known ?? this.#supergraphCount
  }

  #follow(name: string): StateTopic {
    const topic = new StateTopic(name, this.#engine, (self) => this.#listen(self))
    this.#topics.set(name, topic)
    this.#engine.metrics.topics.inc()
    return topic
  }

  async #listen(topic: StateTopic): Promise<Leave> {
    await this.#leaving.get(topic.name)
    const isFollowed = () => this.#topics.get(topic.name) === topic
    return retrying(() => this.#pubsub.subscribe(topic.name, (message) => topic.hear(message)), isFollowed)
  }

  #drop(topic: StateTopic): void {
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
