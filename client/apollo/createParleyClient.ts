import { ApolloClient, InMemoryCache, type ApolloCache } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { HttpLink } from '@apollo/client/link/http'
import { OperationTypeNode } from 'graphql'
import type { ClientAwareness } from '../api/clientAwareness.ts'
import { limitedFetch } from '../api/limitedFetch.ts'
import { Connection } from '../realtime/connection.ts'
import { openSocket, type Socket, type SocketOptions } from '../realtime/openSocket.ts'
import { isFinal } from '../realtime/finalCodes.ts'
import { socketAddress } from '../realtime/socketAddress.ts'
import { onWake as onBrowserWake, type OnWake } from '../realtime/wake.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import type { ApiError } from '../errors/apiError.ts'
import { createAuthLink } from './authLink.ts'
import { cacheOptions } from './cacheOptions.ts'
import { giveOwnStreams } from './ownStreams.ts'
import { standingOf } from './standingOf.ts'
import { resumabilityLink } from './resumability.ts'
import { ResumeLink } from './resumeLink.ts'
import { SocketLink } from './socketLink.ts'

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
  /** Where the socket is, if not at `url` with `ws` in place of `http`; as a function, asked before each try: {@link SocketOptions}. */
  socketUrl?: SocketOptions['url']
  /** Told how the socket fares, for those who show it. */
  connection?: Connection
  /** When it is worth trying again at once. Default: the browser's network and visibility; React Native brings its own. */
  onWake?: OnWake
  /** Told why a subscription waits and tries again: the only sign of a wrong key, say, or a wrong port. What it throws ends it. */
  onRetry?: (error: ApiError) => void
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
  /** Ends the subscriptions and the socket, for good. */
  dispose(): void
}

/**
 * Apollo Client for Parley: queries and mutations over HTTP, with the session's token, renewed where needed; subscriptions over
 * one socket, resumed where they were cut, without a gap or a repeat. When somebody else signs in, or nobody is signed in any more,
 * they end with UNAUTHENTICATED; what the cache holds is the app's to clear.
 * @throws TypeError  `url` is none
 */
export function createParleyClient(options: ParleyClientOptions): ParleyClient {
  const { url, connection = new Connection(), clientAwareness } = options
  const socket = openSocket({ ...options, url: options.socketUrl ?? socketAddress(url), connection })
  const onWake: OnWake = (listener) => {
    const forget = [(options.onWake ?? onBrowserWake)(listener), connection.onConnected(listener)]
    return () => forget.forEach((each) => each())
  }
  const disposed = new AbortController()
  const isLive = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  const client = new ApolloClient({
    link: ApolloLink.split(
      isLive,
      liveLink(socket, { ...options, connection }, onWake, disposed.signal),
      httpLink(options),
    ),
    cache: options.cache ?? new InMemoryCache(cacheOptions),
    ...(clientAwareness && { clientAwareness }),
  })
  giveOwnStreams(client)
  const dispose = () => {
    disposed.abort()
    client.stop()
    socket.dispose()
  }
  return { client, connection, onWake, dispose }
}

function liveLink(
  { client, refused }: Socket,
  { session, connection, onRetry }: ParleyClientOptions & { connection: Connection },
  onWake: OnWake,
  signal: AbortSignal,
): ApolloLink {
  const resume = new ResumeLink({
    argument: 'after',
    positionOf: (result, { query }) => standingOf(result, query).position,
    placeOf: (result, { query }) => standingOf(result, query).place,
    isFinal,
    onUnauthenticated: refused,
    onWake,
    viewerId: () => session.viewerId?.(),
    need: () => connection.need(),
    ...(onRetry && { onRetry }),
    signal,
  })
  return ApolloLink.from([resumabilityLink, resume, new SocketLink(client)])
}

/** An answer that takes longer than this will not come: without a limit, one lost packet could hold up every send. */
const answerWithinMs = 15_000

function httpLink({ url, session, fetch: send }: ParleyClientOptions): ApolloLink {
  return ApolloLink.from([
    createAuthLink(session),
    new HttpLink({ uri: url, fetch: limitedFetch(answerWithinMs, send) }),
  ])
}
