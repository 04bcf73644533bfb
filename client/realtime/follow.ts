import { print } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Client, FormattedExecutionResult } from 'graphql-ws'
import { ApiError } from '../errors/apiError.ts'
import { isFinal } from './finalCodes.ts'
import { heldMs, waitMs } from './pace.ts'
import { socketError } from './socketError.ts'
import { pause, type OnWake } from './wake.ts'

/** What to follow, and from where. */
export interface FollowOptions<Result> {
  /** The subscription, as text or as a document, which takes the position after which events are wanted as a variable. */
  query: string | DocumentNode | TypedDocumentNode<Result, never>
  /** Its other variables. */
  variables?: Record<string, unknown>
  /** The name of that variable. Default `after`. */
  argument?: string
  /** Where to begin: as it stood when the state was read. Undefined: with what comes next. */
  after?: number
  /** The position of a result. */
  positionOf(data: Result): number
  /** Ends it. */
  signal?: AbortSignal
  /** When it is worth trying at once: {@link onWake} in a browser. */
  onWake?: OnWake
  /** Told why it waits and tries again. */
  onRetry?(error: ApiError): void
}

const neverWakes: OnWake = () => () => undefined

/**
 * The results of a subscription, over as many connections as it takes: none missing, none twice, in order. For apps without
 * Apollo Client; the graphql-ws client needs `retryAttempts: 0`, as {@link openSocket} has it.
 *
 *     for await (const { conversationEvents: event } of follow(client, { query, variables, after: rev, positionOf })) …
 *
 * Ends when the server completes it, or `signal` is aborted.
 * @throws ApiError  the server refuses it, and will do so again
 */
export async function* follow<Result>(client: Client, options: FollowOptions<Result>): AsyncGenerator<Result, void> {
  const { argument = 'after', positionOf, signal, onWake = neverWakes, onRetry } = options
  const query = typeof options.query === 'string' ? options.query : print(options.query)
  let position = options.after
  for (let attempt = 0; !signal?.aborted;) {
    const variables = { ...options.variables, [argument]: position ?? null }
    const openedAt = Date.now()
    const results = client.iterate<Result>({ query, variables })
    const leave = () => void results.return?.()
    signal?.addEventListener('abort', leave)
    try {
      for await (const result of results) {
        const data = dataOf(result)
        attempt = 0
        const at = positionOf(data)
        if (position !== undefined && at <= position) continue
        position = at
        yield data
      }
      return
    } catch (reason) {
      const error = socketError(reason)
      if (Date.now() - openedAt > heldMs) attempt = 0
      if (isFinal(error, attempt)) throw error
      onRetry?.(error)
      await pause(waitMs(error, attempt++), onWake, signal)
    } finally {
      signal?.removeEventListener('abort', leave)
      leave()
    }
  }
}

function dataOf<Result>({ data, errors }: FormattedExecutionResult<Result, unknown>): Result {
  if (!data) throw errors?.[0] ? ApiError.fromGraphQL(errors[0]) : new ApiError('INTERNAL', 'An event was empty.')
  return data
}
