import type { GraphQLFormattedError } from 'graphql'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { SharedResult } from './sharedResult.ts'
import type { Sink } from './sink.ts'

/** What a bundle does with what its topics give. */
export interface PartSinks {
  next(topic: string, result: SharedResult, event: TopicEvent | undefined): void
  /** The viewer may no longer have this topic. */
  partEnded(topic: string): void
  partFailed(topic: string, errors: readonly GraphQLFormattedError[]): void
  drained(): Promise<void> | undefined
}

/** Where the results of one topic of a bundle go: on, under the bundle's id. */
export class BundlePartSink implements Sink {
  readonly #bundle: PartSinks
  readonly #topic: string

  constructor(bundle: PartSinks, topic: string) {
    this.#bundle = bundle
    this.#topic = topic
  }

  next(result: SharedResult, event?: TopicEvent): void {
    this.#bundle.next(this.#topic, result, event)
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    this.#bundle.partFailed(this.#topic, errors)
  }

  complete(): void {
    this.#bundle.partEnded(this.#topic)
  }

  drained(): Promise<void> | undefined {
    return this.#bundle.drained()
  }
}
