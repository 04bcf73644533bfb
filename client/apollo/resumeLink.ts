import { graphQLResultHasProtocolErrors, PROTOCOL_ERRORS_SYMBOL } from '@apollo/client/errors'
import { ApolloLink } from '@apollo/client/link'
import { Observable, type Subscription } from 'rxjs'
import { ApiError } from '../errors/apiError.ts'
import { errorOf } from '../errors/errorOf.ts'
import { heldMs, waitMs } from '../realtime/pace.ts'
import { someoneElse } from '../realtime/socketOwner.ts'
import { pause, type OnWake } from '../realtime/wake.ts'

/** How a {@link ResumeLink} reads subscriptions. */
export interface ResumeOptions {
  /** The variable that holds the position after which events are wanted. */
  argument: string
  /** The position of a result; undefined when the subscription has none, which then begins anew after a loss. */
  positionOf(result: ApolloLink.Result, operation: ApolloLink.Operation): number | undefined
  /**
   * For a subscription over several logs, each with positions of its own: which log a result stands in, and where. The
   * argument is then a list, and the subscription is opened again after what it was opened with and the newest of each log.
   */
  placeOf?(result: ApolloLink.Result, operation: ApolloLink.Operation): { log: string; position: string } | undefined
  /**
   * True where the subscription cannot get better by trying again, after `attempt` tries in a row that came to nothing: it is then
   * ended with the error.
   */
  isFinal(error: ApiError, attempt: number): boolean
  /** Called before the next try after the server refused the token. */
  onUnauthenticated(): void
  /** When it is worth trying again at once. */
  onWake: OnWake
  /** Whose subscriptions these are: one that was opened for somebody else is ended, and not taken up for who came after. */
  viewerId?(): string | null | undefined
  /** A subscription needs the connection from now on, over all its tries, until what comes back is called. */
  need?(): () => void
  /** Told why one waits and tries again; what it throws ends the subscription. */
  onRetry?(error: ApiError): void
  /** Ends them all. */
  signal?: AbortSignal
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
 *       new SocketLink(createClient({ url, retryAttempts: 0 })),
 *     ])
 *
 * Apollo Client gives those who subscribe with equal variables one stream, so that who comes later misses what came before. Ask
 * it not to, with `context: { queryDeduplication: false }`, as the client of `createParleyClient` does.
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
  readonly #viewerId: string | null | undefined
  readonly #places = new Map<string, string>()
  readonly #release: (() => void) | undefined
  #position: number | undefined
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
    this.#viewerId = options.viewerId?.()
    const after: unknown = operation.variables[options.argument]
    if (typeof after === 'number') this.#position = after
    options.signal?.addEventListener('abort', this.#end)
    this.#release = options.need?.()
  }

  open(): void {
    if (this.#options.signal?.aborted) return this.#observer.error(new ApiError('REFUSED', 'This client has ended.'))
    if (this.#closed.signal.aborted) return
    if (this.#viewerId !== this.#options.viewerId?.()) return this.#observer.error(someoneElse())
    this.#inner?.unsubscribe()
    this.#openedAt = Date.now()
    this.#inner = this.#forward(this.#from()).subscribe({
      next: (result) => this.#onResult(result),
      error: (error: unknown) => this.#goOn(errorOf(error)),
      complete: () => !this.#closed.signal.aborted && this.#observer.complete(),
    })
  }

  close(): void {
    this.#closed.abort()
    this.#release?.()
    this.#options.signal?.removeEventListener('abort', this.#end)
    this.#inner?.unsubscribe()
  }

  readonly #end = (): void => {
    this.close()
    this.#observer.complete()
  }

  /** The operation, from where it stands now. Others may have subscribed to the same one: it stays as it is. */
  #from(): ApolloLink.Operation {
    const { argument } = this.#options
    const begin: unknown = this.#operation.variables[argument]
    const places = this.#places.size > 0 ? [...(Array.isArray(begin) ? begin : []), ...this.#places.values()] : begin
    const variables = { ...this.#operation.variables, [argument]: this.#position ?? places }
    return Object.create(this.#operation, { variables: { value: variables, enumerable: true } }) as ApolloLink.Operation
  }

  #onResult(result: ApolloLink.Result): void {
    const failure = failureOf(result)
    if (failure) {
      // It is followed by a completion that must not end us.
      this.#inner?.unsubscribe()
      return this.#goOn(failure)
    }
    // Somebody signed in while the connection was being made: what it says is theirs.
    if (this.#viewerId !== this.#options.viewerId?.()) return this.#observer.error(someoneElse())
    this.#attempt = 0
    const place = this.#options.placeOf?.(result, this.#operation)
    if (place) this.#places.set(place.log, place.position)
    const position = this.#options.positionOf(result, this.#operation)
    if (position !== undefined) {
      if (this.#position !== undefined && position <= this.#position) return
      this.#position = position
    }
    this.#observer.next(result)
  }

  #goOn(error: ApiError): void {
    // A fault in one of the functions that are called on the way ends it: it would hang otherwise.
    this.#onError(error).catch((fault: unknown) => this.#observer.error(fault))
  }

  async #onError(error: ApiError): Promise<void> {
    if (this.#closed.signal.aborted) return
    if (this.#viewerId !== this.#options.viewerId?.()) return this.#observer.error(someoneElse())
    // A connection that held for a while was a good one, though nothing was said on it.
    if (Date.now() - this.#openedAt > heldMs) this.#attempt = 0
    if (this.#options.isFinal(error, this.#attempt)) return this.#observer.error(error)
    if (error.code === 'UNAUTHENTICATED') this.#options.onUnauthenticated()
    this.#options.onRetry?.(error)
    await pause(waitMs(error, this.#attempt++), this.#options.onWake, this.#closed.signal)
    this.open()
  }
}

/** An opening that was refused comes as a result without data, a stream over HTTP that was ended with an error of its protocol. */
function failureOf(result: ApolloLink.Result): ApiError | undefined {
  if (graphQLResultHasProtocolErrors(result)) return errorOf(result.extensions[PROTOCOL_ERRORS_SYMBOL])
  const refusal = result.errors?.[0]
  return refusal && !result.data ? ApiError.fromGraphQL(refusal) : undefined
}
