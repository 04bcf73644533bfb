import type { GraphQLFormattedError } from 'graphql'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Bundle } from './bundle.ts'
import type { SharedResult } from './sharedResult.ts'
import type { Sink } from './sink.ts'

/** Where the results of one topic of a bundle go: on, under the bundle's id. */
export class BundlePartSink implements Sink {
  readonly #bundle: Bundle
  readonly #topic: string

  constructor(bundle: Bundle, topic: string) {
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
