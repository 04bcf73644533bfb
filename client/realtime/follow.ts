import { print } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Client, FormattedExecutionResult } from 'graphql-ws'
import { ApiError } from '../errors/apiError.ts'
import { isFinal } from './finalCodes.ts'
import { heldMs, waitMs } from './pace.ts'
import { socketError } from './socketError.ts'
import { someoneElse, socketOwners } from './socketOwner.ts'
import { untilAborted } from './untilAborted.ts'
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
  /** Ends it, at once: `return()` of a generator waits for the next event. */
  signal?: AbortSignal
  /** When it is worth trying at once: {@link onWake} in a browser. */
  onWake?: OnWake
  /** Told why it waits and tries again; what it throws ends the following. */
  onRetry?(error: ApiError): void
}

const neverWakes: OnWake = () => () => undefined

/**
 * The results of a subscription, over as many connections as it takes: none missing, none twice, in order. For apps without
 * Apollo Client; the graphql-ws client needs `retryAttempts: 0`, as {@link openSocket} has it.
 *
 *     for await (const { conversationEvents: event } of follow(client, { query, variables, after: rev, positionOf })) …
 *
 * Ends when the server completes it, `signal` is aborted, or the socket is disposed of.
 * @throws ApiError  the server refuses it, and will do so again; `UNAUTHENTICATED` once it is somebody else, or nobody, who is signed in
 */
export async function* follow<Result>(client: Client, options: FollowOptions<Result>): AsyncGenerator<Result, void> {
  const release = socketOwners.get(client)?.connection.need() ?? (() => undefined)
  options.signal?.addEventListener('abort', release)
  try {
    yield* overConnections(client, options)
  } finally {
    options.signal?.removeEventListener('abort', release)
    release()
  }
}

async function* overConnections<Result>(client: Client, options: FollowOptions<Result>): AsyncGenerator<Result, void> {
  const { argument = 'after', positionOf, signal, onWake = neverWakes, onRetry } = options
  const query = typeof options.query === 'string' ? options.query : print(options.query)
  const viewerId = () => socketOwners.get(client)?.session.viewerId?.()
  const openedFor = viewerId()
  const checkViewer = () => {
    if (viewerId() !== openedFor) throw someoneElse()
  }
  let position = options.after
  for (let attempt = 0; !signal?.aborted;) {
    checkViewer()
    const variables = { ...options.variables, [argument]: position ?? null }
    const openedAt = Date.now()
    const results = client.iterate<Result>({ query, variables })
    try {
      for await (const result of untilAborted(results, signal)) {
        const data = dataOf(result)
        checkViewer()
        attempt = 0
        const at = placed(positionOf, data)
        if (position !== undefined && at <= position) continue
        position = at
        yield data
      }
      return
    } catch (reason) {
      if (signal?.aborted) return
      checkViewer()
      const error = socketError(reason)
      if (Date.now() - openedAt > heldMs) attempt = 0
      if (isFinal(error, attempt)) throw error
      onRetry?.(error)
      await pause(waitMs(error, attempt++), onWake, signal)
    }
  }
}

/** Events that cannot be placed cannot be followed: trying again would bring the same. */
function placed<Result>(positionOf: (data: Result) => number, data: Result): number {
  try {
    return positionOf(data)
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault)
    throw new ApiError('REFUSED', `positionOf found no position: ${said}`, { cause: fault })
  }
}

function dataOf<Result>({ data, errors }: FormattedExecutionResult<Result, unknown>): Result {
  if (!data) throw errors?.[0] ? ApiError.fromGraphQL(errors[0]) : new ApiError('INTERNAL', 'An event was empty.')
  return data
}
