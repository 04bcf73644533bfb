import type { PubSub } from '../../../platform/events/pubsub.ts'
import type { EngineOptions } from './engine.ts'
import { retrying } from './retrying.ts'

/** Ends a subscription to pub/sub. */
export type Leave = () => Promise<void>

/** What makes a topic one that can be followed. */
export interface Followed {
  readonly name: string
  /** Settles when what is published from now on will be heard. */
  readonly ready: Promise<Leave>
  /** A message of the stream. */
  hear(message: string): void
  close(): void
}

/** What a topic is made with. */
export interface Following<Topic> {
  /** Subscribes to its stream. */
  listen(this: void, topic: Topic): Promise<Leave>
  /** To be called when nobody subscribes to it any more. */
  emptied(this: void, topic: Topic): void
}

type Make<Topic> = (name: string, following: Following<Topic>) => Topic

/** The topics that this router follows, each with one subscription to pub/sub however many subscribers it has. */
export class FollowedTopics<Topic extends Followed> {
  readonly #pubsub: PubSub
  readonly #engine: Pick<EngineOptions, 'logger' | 'metrics'>
  readonly #following: Following<Topic>
  readonly #make: Make<Topic>
  readonly #topics = new Map<string, Topic>()
  /** Ends of pub/sub subscriptions that are under way, by topic: a new one waits for the old one's end. */
  readonly #leaving = new Map<string, Promise<void>>()

  constructor(pubsub: PubSub, engine: Pick<EngineOptions, 'logger' | 'metrics'>, make: Make<Topic>) {
    this.#pubsub = pubsub
    this.#engine = engine
    this.#make = make
    this.#following = { listen: (topic) => this.#listen(topic), emptied: (topic) => this.#release(topic) }
  }

  get size(): number {
    return this.#topics.size
  }

  [Symbol.iterator](): Iterator<Topic> {
    return this.#topics.values()
  }

  /** The topic where it is followed. */
  find(name: string): Topic | undefined {
    return this.#topics.get(name)
  }

  /** The topic, followed from now on. */
  follow(name: string): Topic {
    let topic = this.#topics.get(name)
    if (!topic) {
      topic = this.#make(name, this.#following)
      this.#topics.set(name, topic)
      this.#engine.metrics.topics.inc()
    }
    return topic
  }

  /** Lets go of every topic; resolves when pub/sub has been told. */
  async close(): Promise<void> {
    for (const topic of this.#topics.values()) this.#drop(topic)
    await Promise.all(this.#leaving.values())
  }

  #release(topic: Topic): void {
    if (this.#topics.get(topic.name) === topic) this.#drop(topic)
  }

  async #listen(topic: Topic): Promise<Leave> {
    await this.#leaving.get(topic.name)
    const isFollowed = () => this.#topics.get(topic.name) === topic
    return retrying(() => this.#pubsub.subscribe(topic.name, (message) => topic.hear(message)), isFollowed)
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
