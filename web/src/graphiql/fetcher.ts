import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { createClient } from 'graphql-ws'
import { endpoint, socketEndpoint } from '../api/endpoint.ts'
import { explained } from './explained.ts'
import { session } from '../session/browserSession.ts'

/** The token of the chat page's session, renewed where needed; headers typed by hand win. */
async function withSession(url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const accessToken = await session.accessToken().catch(() => null)
  const headers = new Headers(init.headers)
  if (accessToken && !headers.has('authorization')) headers.set('authorization', `Bearer ${accessToken}`)
  // GraphiQL's own look at the schema is nobody's operation.
  if (String(init.body).includes('IntrospectionQuery')) return fetch(url, { ...init, headers })
  return explained((headers) => fetch(url, { ...init, headers }), headers)
}

/** Queries and mutations over HTTP, subscriptions over the socket. */
export const fetcher: Fetcher = createGraphiQLFetcher({
  url: endpoint,
  fetch: withSession,
  wsClient: createClient({
    url: socketEndpoint,
    keepAlive: 10_000,
    connectionParams: async () => {
      const accessToken = await session.accessToken().catch(() => null)
      return accessToken ? { authorization: `Bearer ${accessToken}` } : {}
    },
  }),
})
