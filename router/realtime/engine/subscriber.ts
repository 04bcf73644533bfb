import type { GraphQLFormattedError } from 'graphql'
import type { Sink } from './sink.ts'
import type { SubscriptionRequest } from './subscriptionRequest.ts'

/** What subscribers of logs and of state have in common: whose they are, where their results go, and that they end once. */
export abstract class Subscriber<Running extends string> {
  readonly request: SubscriptionRequest
  state: 'joining' | Running | 'ended' = 'joining'
  readonly sink: Sink

  constructor(request: SubscriptionRequest, sink: Sink) {
    this.request = request
    this.sink = sink
  }

  /** Called once, when it has ended, however that came. */
  protected abstract released(): void

  /** Undefined for an anonymous subscriber. */
  get userId(): string | undefined {
    return this.request.credentials.viewer?.userId
  }

  /** Its viewer's token has ended: its socket follows within a grace, or renews it. */
  get isExpired(): boolean {
    const { viewer } = this.request.credentials
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
