import type { FetcherParams } from '@graphiql/toolkit'
import type { ExecutionResult } from 'graphql'
import { CloseCode, createClient } from 'graphql-ws'
import { Observable } from 'rxjs'
import { socketEndpoint } from '../api/endpoint.ts'
import { authorization } from './authorization.ts'

/**
 * A subscription on a socket of its own, so that it is of whoever is signed in now, or of whom its headers name. An observable:
 * of the iterable that GraphiQL makes otherwise, each refusal is an unhandled rejection besides.
 */
export const subscribe = (params: FetcherParams, typed: HeadersInit = {}): Observable<ExecutionResult> =>
  new Observable((answer) => {
    const headers = new Headers(typed)
    const client = createClient({
      url: socketEndpoint,
      keepAlive: 10_000,
      connectionParams: async () => {
        const value = await authorization(headers)
        return value ? { authorization: value } : {}
      },
      // A server that starts again is waited for, and a session's token renewed; one typed by hand stays what it is.
      shouldRetry: (cause) => !(isForbidden(cause) && headers.has('authorization')),
    })
    return client.subscribe(params, {
      next: (result) => answer.next(result as ExecutionResult),
      error: (cause) => answer.error(cause instanceof Event ? lost(cause) : cause),
      complete: () => answer.complete(),
    })
  })

const isForbidden = (cause: unknown) => cause instanceof CloseEvent && cause.code === CloseCode.Forbidden

/** What happened to a socket, as an answer shows it. */
const lost = (event: Event) => ({
  message:
    event instanceof CloseEvent
      ? `The socket was closed: ${event.code} ${event.reason}`.trim()
      : 'The server cannot be reached.',
})
