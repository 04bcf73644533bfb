import { createClient, MessageType, type Client } from 'graphql-ws'
import { clientAwarenessFields, type ClientAwareness } from '../api/clientAwareness.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import type { Connection } from './connection.ts'

/** Closes of our own and of the server that mean something to us (the server's catalogue: router/realtime/README.md). */
const normalClosure = 1000
const forbidden = 4403

const pingEveryMs = 5_000
const pongWithinMs = 4_000

/** An open socket, or one that opens when it is needed. */
export interface Socket {
  /** What {@link follow}, or Apollo's GraphQLWsLink, takes. */
  client: Client
  /** Gives the socket up: its subscriptions end. */
  dispose(): void
}

/** Where a socket goes, and for whom. */
export interface SocketOptions {
  /** As in `wss://chat.example.com/graphql`, or a function that gives it at each try. */
  url: string | (() => string)
  /** Whose tokens go along. `refuse` is told of one that the server does not take. */
  session: TokenSource
  /** Told how the socket fares. */
  connection: Connection
  /** What the app calls itself. */
  clientAwareness?: ClientAwareness | undefined
  /** Node before version 22 has none of its own: the class of the package `ws`. */
  webSocketImpl?: unknown
}

/**
 * One WebSocket for all subscriptions of an app. Opened with the first subscription, kept a moment after the last.
 *
 * A network that dies silently leaves the socket open for minutes: so it is pinged every 5 s and given up when no answer
 * comes within 4 s, or at once when the browser says that it is offline. Coming back is the resume link's, or whoever
 * subscribes. With each ping the session is asked for its token: a new one is told to the server at once, so that the socket
 * outlives the token that it was opened with.
 */
export function openSocket(options: SocketOptions): Socket {
  const { url, session, connection, webSocketImpl } = options
  const named = clientAwarenessFields(options.clientAwareness)
  let usedToken: string | null = null
  let patience: ReturnType<typeof setTimeout> | undefined
  let open: Pick<WebSocket, 'send'> | undefined
  const renew = async () => {
    const socket = open
    const token = await session.accessToken().catch(() => null)
    // One that was opened by nobody cannot become somebody's.
    if (!socket || socket !== open || !token || !usedToken || token === usedToken) return
    usedToken = token
    socket.send(JSON.stringify({ type: MessageType.Ping, payload: { authorization: `Bearer ${token}` } }))
  }
  const client = createClient({
    url,
    ...(webSocketImpl ? { webSocketImpl } : {}),
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: 3_000,
    connectionAckWaitTimeout: 10_000,
    connectionParams: async () => {
      usedToken = await session.accessToken()
      return usedToken ? { ...named, authorization: `Bearer ${usedToken}` } : named
    },
    on: {
      connecting: () => connection.set('connecting'),
      connected: (socket) => {
        open = socket as WebSocket
        connection.set('connected')
      },
      ping: (received) => {
        if (received) return
        patience = setTimeout(() => client.terminate(), pongWithinMs)
        void renew()
      },
      pong: (received) => {
        if (received) clearTimeout(patience)
      },
      error: () => connection.set('waiting'),
      closed: (event) => {
        clearTimeout(patience)
        open = undefined
        const { code } = event as { code: number }
        if (code === forbidden && usedToken) session.refuse(usedToken)
        connection.set(code === normalClosure ? 'idle' : 'waiting')
      },
    },
  })
  const giveUp = () => client.terminate()
  // Elsewhere than in a browser there is no such event.
  const page = typeof window === 'undefined' ? undefined : window
  page?.addEventListener?.('offline', giveUp)
  return {
    client,
    dispose: () => {
      page?.removeEventListener?.('offline', giveUp)
      clearTimeout(patience)
      // It waits for a connection that is being made, which the end of the session may refuse.
      void Promise.resolve(client.dispose()).catch(() => undefined)
    },
  }
}
