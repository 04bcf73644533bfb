import type { GraphQLFormattedError } from 'graphql'
import type { Sink } from './sink.ts'
import type { SubscriptionRequest } from './subscription.ts'

/** What subscribers of logs and of state have in common: whose they are, where their results go, and that they end once. */
export abstract class Subscriber<Running extends string> {
  readonly request: SubscriptionRequest
  /** Undefined for an anonymous subscriber. */
  readonly userId: string | undefined
  state: 'joining' | Running | 'ended' = 'joining'
  readonly sink: Sink

  constructor(request: SubscriptionRequest, sink: Sink) {
    this.request = request
    this.userId = request.context().viewer?.userId
    this.sink = sink
  }

  /** Called once, when it has ended, however that came. */
  protected abstract released(): void

  /** Its viewer's token has ended: its socket follows within a grace, or renews it. */
  get isExpired(): boolean {
    const { viewer } = this.request.context()
    return viewer !== undefined && viewer.expiresAt <= Date.now()
  }

  /** Ends it with an error that its client is told. */
  fail(errors: readonly GraphQLFormattedError[]): void {
    if (this.stop()) this.sink.error(errors)
  }

  /** Ends it regularly: its client is told that nothing more comes. */
  complete(): void {
    if (this.stop()) this.sink.complete()
  }

  /** Ends it without a word, because its client is gone or asked for it. False when it had ended before. */
  stop(): boolean {
    if (this.state === 'ended') return false
    this.state = 'ended'
    this.released()
    return true
  }
}
