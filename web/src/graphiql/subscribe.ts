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
      // A token typed by hand stays what it is; a session's is renewed when it has ended.
      shouldRetry: (cause) => cause instanceof CloseEvent && !(isForbidden(cause) && headers.has('authorization')),
    })
    return client.subscribe(params, {
      next: (result) => answer.next(result as ExecutionResult),
      error: (cause) => answer.error(cause instanceof CloseEvent ? closedBy(cause) : cause),
      complete: () => answer.complete(),
    })
  })

const isForbidden = ({ code }: CloseEvent) => code === CloseCode.Forbidden

/** As an answer shows it. */
const closedBy = ({ code, reason }: CloseEvent) => ({ message: `The socket was closed: ${code} ${reason}`.trim() })
