import { ApolloLink } from '@apollo/client/link'
import { Observable, type Subscription } from 'rxjs'
import { ApiError } from '../errors/apiError.ts'
import { errorOf } from '../errors/errorOf.ts'
import { backOffMs } from '../realtime/backOff.ts'
import { pause, type OnWake } from '../realtime/wake.ts'

/** How a {@link ResumeLink} reads subscriptions. */
export interface ResumeOptions {
  /** The variable that holds the position after which events are wanted. */
  argument: string
  /** The position of a result; undefined when the subscription has none, which then begins anew after a loss. */
  positionOf(result: ApolloLink.Result): number | undefined
  /**
   * For a subscription over several logs, each with positions of its own: which log a result stands in, and where. The
   * argument is then a list, and the subscription is opened again after what it was opened with and the newest of each log.
   */
  placeOf?(result: ApolloLink.Result): { log: string; position: string } | undefined
  /** True where the subscription cannot get better by trying again: it is then ended with the error. */
  isFinal(error: ApiError): boolean
  /** Called before the next try after the server refused the token. */
  onUnauthenticated(): void
  /** When it is worth trying again at once. */
  onWake: OnWake
}

/**
 * Keeps subscriptions alive over lost connections, without a gap and without a repetition.
 *
 * graphql-ws can reconnect by itself, but then sends the variables that it was given at first, and so asks for events
 * from the old position. Give its client `retryAttempts: 0` and put this link before `GraphQLWsLink`: it remembers the
 * position of the last result it handed on, waits (shorter when the network or the page wakes), subscribes again with
 * `after` set to that position, and drops what it has handed on before. It knows nothing of chat: any subscription
 * whose results carry a growing position can use it.
 *
 *     ApolloLink.from([
 *       new ResumeLink({ argument: 'after', positionOf: ({ data }) => data?.conversationEvents?.rev, … }),
 *       new GraphQLWsLink(createClient({ url, retryAttempts: 0 })),
 *     ])
 */
export class ResumeLink extends ApolloLink {
  readonly #options: ResumeOptions

  constructor(options: ResumeOptions) {
    super()
    this.#options = options
  }

  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      const resumed = new ResumedSubscription(this.#options, operation, forward, observer)
      resumed.open()
      return () => resumed.close()
    })
  }
}

const heldMs = 5_000

interface Observer {
  next(result: ApolloLink.Result): void
  error(error: unknown): void
  complete(): void
}

/** One subscription as its reader sees it, over as many connections as it takes. */
class ResumedSubscription {
  readonly #closed = new AbortController()
  readonly #options: ResumeOptions
  readonly #operation: ApolloLink.Operation
  readonly #forward: ApolloLink.ForwardFunction
  readonly #observer: Observer
  #position: number | undefined
  readonly #begin: unknown
  readonly #places = new Map<string, string>()
  #attempt = 0
  #openedAt = 0
  #inner: Subscription | undefined

  constructor(
    options: ResumeOptions,
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
    observer: Observer,
  ) {
    this.#options = options
    this.#operation = operation
    this.#forward = forward
    this.#observer = observer
    const after: unknown = operation.variables[options.argument]
    if (typeof after === 'number') this.#position = after
    this.#begin = after
  }

  open(): void {
    if (this.#closed.signal.aborted) return
    if (this.#position !== undefined) {
      this.#operation.variables = { ...this.#operation.variables, [this.#options.argument]: this.#position }
    } else if (this.#places.size > 0) {
      const after = [...(Array.isArray(this.#begin) ? this.#begin : []), ...this.#places.values()]
      this.#operation.variables = { ...this.#operation.variables, [this.#options.argument]: after }
    }
    this.#inner?.unsubscribe()
    this.#openedAt = Date.now()
    this.#inner = this.#forward(this.#operation).subscribe({
      next: (result) => this.#onResult(result),
      error: (error: unknown) => void this.#onError(errorOf(error)),
      complete: () => !this.#closed.signal.aborted && this.#observer.complete(),
    })
  }

  close(): void {
    this.#closed.abort()
    this.#inner?.unsubscribe()
  }

  #onResult(result: ApolloLink.Result): void {
    const refusal = result.errors?.[0]
    // An opening that was refused comes as a result without data, followed by a completion that must not end us.
    if (refusal && !result.data) {
      this.#inner?.unsubscribe()
      return void this.#onError(ApiError.fromGraphQL(refusal))
    }
    this.#attempt = 0
    const place = this.#options.placeOf?.(result)
    if (place) this.#places.set(place.log, place.position)
    const position = this.#options.positionOf(result)
    if (position !== undefined) {
      if (this.#position !== undefined && position <= this.#position) return
      this.#position = position
    }
    this.#observer.next(result)
  }

  async #onError(error: ApiError): Promise<void> {
    if (this.#closed.signal.aborted) return
    if (error.code === 'UNAUTHENTICATED') this.#options.onUnauthenticated()
    else if (this.#options.isFinal(error)) return this.#observer.error(error)
    // A connection that held for a while was a good one, though nothing was said on it.
    if (Date.now() - this.#openedAt > heldMs) this.#attempt = 0
    const wait = error.retryAfterMs ?? backOffMs(this.#attempt)
    this.#attempt += 1
    await pause(wait, this.#options.onWake, this.#closed.signal)
    this.open()
  }
}
