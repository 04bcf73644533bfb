import { ApolloClient, InMemoryCache, type ApolloCache } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { HttpLink } from '@apollo/client/link/http'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import type { Client } from 'graphql-ws'
import type { ClientAwareness } from '../api/clientAwareness.ts'
import { limitedFetch } from '../api/limitedFetch.ts'
import { Connection } from '../realtime/connection.ts'
import { openSocket } from '../realtime/openSocket.ts'
import { finalCodes } from '../realtime/finalCodes.ts'
import { onWake as onBrowserWake, type OnWake } from '../realtime/wake.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import { createAuthLink } from './authLink.ts'
import { cacheOptions } from './cacheOptions.ts'
import { ResumeLink } from './resumeLink.ts'

/** Where a client goes, and for whom. */
export interface ParleyClientOptions {
  /** Where the router answers, as in `https://chat.example.com/graphql`. */
  url: string
  /** Whose tokens go along: a `SessionStore`, or `apiKeySession(key)`. */
  session: TokenSource
  /** What the app calls itself, so that a change of the schema knows whom it hits. */
  clientAwareness?: ClientAwareness
  /** Default: a cache that knows Parley's types and connections ({@link cacheOptions}). */
  cache?: ApolloCache
  /** Where the socket is, if not at `url` with `ws` in place of `http`. */
  socketUrl?: string | (() => string)
  /** Told how the socket fares, for those who show it. */
  connection?: Connection
  /** When it is worth trying again at once. Default: the browser's network and visibility; React Native brings its own. */
  onWake?: OnWake
  /** Node before version 22 has none of its own: the class of the package `ws`. */
  webSocketImpl?: unknown
  /** Default: the global one. */
  fetch?: typeof fetch
}

/** What {@link createParleyClient} makes. */
export interface ParleyClient {
  /** For `ApolloProvider`. */
  client: ApolloClient
  /** How the socket fares, for those who show it. */
  connection: Connection
  /** Calls back when the network, the page or the connection is back: whoever waits to try something may do so now. */
  onWake: OnWake
  /** Ends the subscriptions and the socket. */
  dispose(): void
}

/**
 * Apollo Client for Parley: queries and mutations over HTTP, with the session's token, renewed where needed; subscriptions over
 * one socket, resumed where they were cut, without a gap or a repeat.
 */
export function createParleyClient(options: ParleyClientOptions): ParleyClient {
  const { url, session, connection = new Connection(), webSocketImpl, clientAwareness } = options
  const socketUrl = options.socketUrl ?? url.replace(/^http/, 'ws')
  const socket = openSocket({ url: socketUrl, session, connection, webSocketImpl, clientAwareness })
  const onWake: OnWake = (listener) => {
    const forget = [(options.onWake ?? onBrowserWake)(listener), connection.onConnected(listener)]
    return () => forget.forEach((each) => each())
  }
  const isLive = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  const client = new ApolloClient({
    link: ApolloLink.split(isLive, liveLink(socket.client, session, onWake), httpLink(options)),
    cache: options.cache ?? new InMemoryCache(cacheOptions),
    ...(clientAwareness && { clientAwareness }),
  })
  const dispose = () => {
    client.stop()
    socket.dispose()
  }
  return { client, connection, onWake, dispose }
}

function liveLink(socket: Client, session: TokenSource, onWake: OnWake): ApolloLink {
  const resume = new ResumeLink({
    argument: 'after',
    positionOf: ({ data }) => positionOf(data),
    placeOf: ({ data }) => data?.['inbox'],
    isFinal: ({ code }) => finalCodes.has(code),
    onUnauthenticated: () => {
      // Without one that is good, there is none to refuse.
      void session.accessToken().then(
        (token) => token && session.refuse(token),
        () => undefined,
      )
    },
    onWake,
  })
  return ApolloLink.from([resume, new GraphQLWsLink(socket)])
}

/** Of the subscription's one field, where it has a growing `rev`; those of an inbox belong to several logs. */
function positionOf(data: Record<string, unknown> | null | undefined): number | undefined {
  const [[field, event] = []] = Object.entries(data ?? {})
  if (field === 'inbox' || typeof event !== 'object' || event === null) return undefined
  const { rev } = event as { rev?: unknown }
  return typeof rev === 'number' ? rev : undefined
}

/** An answer that takes longer than this will not come: without a limit, one lost packet could hold up every send. */
const answerWithinMs = 15_000

function httpLink({ url, session, fetch: send }: ParleyClientOptions): ApolloLink {
  return ApolloLink.from([
    createAuthLink(session),
    new HttpLink({ uri: url, fetch: limitedFetch(answerWithinMs, send) }),
  ])
}
