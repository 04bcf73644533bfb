import { ApolloClient } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { HttpLink } from '@apollo/client/link/http'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import type { Client } from 'graphql-ws'
import { ResumeLink } from '../../../client/apollo/resumeLink.ts'
import type { OnWake } from '../../../client/realtime/wake.ts'
import type { SessionStore } from '../../../client/session/sessionStore.ts'
import { createAuthLink } from '../../../client/apollo/authLink.ts'
import { createCache } from './cache.ts'
import { endpoint } from './endpoint.ts'

/** Refusals that stay refusals. Anything else (an unknown fault included) is tried again, ever more slowly. */
const finalCodes = ['FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

/** Apollo Client: queries and mutations over HTTP, subscriptions over the socket, resumed where they were cut. */
export function createClient(session: SessionStore, socket: Client, onWake: OnWake): ApolloClient {
  const live = ApolloLink.from([
    new ResumeLink({
      argument: 'after',
      positionOf: ({ data }) => data?.conversationEvents?.rev ?? data?.notificationReceived?.rev,
      placeOf: ({ data }) => data?.inbox,
      isFinal: ({ code }) => finalCodes.includes(code),
      onUnauthenticated: () => {
        const accessToken = session.current()?.accessToken
        if (accessToken) session.refuse(accessToken)
      },
      onWake,
    }),
    new GraphQLWsLink(socket),
  ])
  const http = ApolloLink.from([
    createAuthLink(session),
    new HttpLink({ uri: endpoint, fetch: (url, init) => fetch(url, { ...init, signal: withLimit(init?.signal) }) }),
  ])
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    cache: createCache(),
    defaultOptions: { mutate: { fetchPolicy: 'no-cache' } },
  })
}

/** An answer that takes longer than this will not come: without a limit, one lost packet could hold up every send. */
const answerWithinMs = 15_000

const withLimit = (signal: AbortSignal | null | undefined): AbortSignal =>
  signal ? AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]) : AbortSignal.timeout(answerWithinMs)
