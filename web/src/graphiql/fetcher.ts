import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { endpoint } from '../api/endpoint.ts'
import { authorization } from './authorization.ts'
import { explained } from './explained.ts'
import { operationOf } from './operationOf.ts'
import { subscribe } from './subscribe.ts'

/** With the token of the chat page's session, renewed where needed. */
async function withSession(url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  const value = await authorization(headers)
  if (value) headers.set('authorization', value)
  // GraphiQL's own look at the schema is nobody's operation.
  if (String(init.body).includes('IntrospectionQuery')) return fetch(url, { ...init, headers })
  return explained((headers) => fetch(url, { ...init, headers }), headers)
}

const request = createGraphiQLFetcher({ url: endpoint, fetch: withSession })

/** Queries and mutations over HTTP, subscriptions over a socket. */
export const fetcher: Fetcher = (params, options) => {
  const operation = operationOf(params)
  const asked = operation ? { ...params, operationName: operation.name?.value ?? null } : params
  return operation?.operation === 'subscription' ? subscribe(asked, options?.headers) : request(asked, options)
}
