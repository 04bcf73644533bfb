import { createClient, MessageType, type Client } from 'graphql-ws'
import { clientAwarenessFields, type ClientAwareness } from '../api/clientAwareness.ts'
import type { ApiError } from '../errors/apiError.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import type { Connection } from './connection.ts'
import { askAddress } from './askAddress.ts'
import { failSocket } from './failSocket.ts'
import { fallibleOpening } from './fallibleOpening.ts'
import { impatientSocket } from './impatientSocket.ts'
import { Pace } from './pace.ts'
import { socketAddress } from './socketAddress.ts'
import { forbiddenClose, socketError } from './socketError.ts'
import { socketOwners } from './socketOwner.ts'
import { SocketToken } from './socketToken.ts'
import { onWake as onBrowserWake, type OnWake } from './wake.ts'

const normalClosure = 1000

const openWithinMs = 10_000
const pingEveryMs = 5_000
const pongWithinMs = 4_000

/** An open socket, or one that opens when it is needed. */
export interface Socket {
  /** What {@link follow}, or Apollo's GraphQLWsLink, takes. */
  client: Client
  /** A subscription was refused for want of a token: the socket is to have another one. */
  refused(): void
  /** Gives the socket up: its subscriptions end. */
  dispose(): void
}

/** Where a socket goes, and for whom. */
export interface SocketOptions {
  /**
   * As in `wss://chat.example.com/graphql`, or a function that gives it at each try. One that throws, or gives none within 10 s, counts
   * as a connection that failed: it is asked again, ever more slowly. What is no address ends the subscriptions with `REFUSED`.
   */
  url: string | (() => string | Promise<string>)
  /** Whose tokens go along. `refuse` is told of one that the server does not take. */
  session: TokenSource
  /** Told how the socket fares. */
  connection: Connection
  /** What the app calls itself. */
  clientAwareness?: ClientAwareness | undefined
  /** When it is worth trying again at once. Default: {@link onWake}, a browser's network and visibility. */
  onWake?: OnWake | undefined
  /** Node before version 22 has none of its own: the class of the package `ws`. */
  webSocketImpl?: unknown
}

/**
 * One WebSocket for all subscriptions of an app. Opened with the first subscription, kept a moment after the last.
 *
 * A network that dies silently leaves the socket open for minutes: so it is pinged every 5 s and given up when no answer
 * comes within 4 s, or at once when the browser says that it is offline. Coming back is the resume link's, or whoever
 * subscribes; how soon that may be is told by how it was closed, to all of them together. The token that it was opened with is
 * renewed in band ({@link SocketToken}); when somebody else signs in, or nobody is signed in any more, it is closed.
 * @throws TypeError  `url` is none
 */
export function openSocket(options: SocketOptions): Socket {
  const { session, connection } = options
  const url = typeof options.url === 'string' ? socketAddress(options.url) : options.url
  const pace = new Pace(options.onWake ?? onBrowserWake)
  const giveUp = () => client.terminate()
  const token = new SocketToken(session, giveUp)
  const Impl = (options.webSocketImpl ?? globalThis.WebSocket) as typeof WebSocket | undefined
  let opened: WebSocket | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  const named = clientAwarenessFields(options.clientAwareness)
  const client = createClient({
    ...fallibleOpening(() => askAddress(url, pace, openWithinMs), Impl && impatientSocket(Impl, openWithinMs, giveUp)),
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: 3_000,
    connectionAckWaitTimeout: openWithinMs,
    connectionParams: async () => ({ ...named, ...(await credentialsOf(token, opened)) }),
    on: {
      opened: (socket) => (opened = socket as WebSocket),
      connecting: () => connection.set('connecting'),
      connected: (socket) => {
        pace.opened()
        token.opened((payload) => (socket as WebSocket).send(JSON.stringify({ type: MessageType.Ping, payload })))
        connection.set('connected')
      },
      message: ({ type }) => {
        if (type === MessageType.Next) pace.heard()
      },
      ping: (received) => {
        if (!received) patience = setTimeout(giveUp, pongWithinMs)
      },
      pong: (received) => {
        if (received) clearTimeout(patience)
      },
      // A close follows.
      error: () => connection.set('waiting'),
      closed: (event) => {
        clearTimeout(patience)
        const { code } = event as { code: number }
        const isOver = token.closed(code === forbiddenClose) || code === normalClosure
        if (!isOver) pace.lost(socketError(event))
        connection.set(isOver ? 'idle' : 'waiting')
      },
    },
  })
  socketOwners.set(client, { session, connection })
  // Elsewhere than in a browser there is no such event.
  const page = typeof window === 'undefined' ? undefined : window
  page?.addEventListener?.('offline', giveUp)
  return {
    client,
    refused: () => void token.refused(),
    dispose: () => {
      page?.removeEventListener?.('offline', giveUp)
      clearTimeout(patience)
      pace.stop()
      token.stop()
      // It waits for a connection that is being made, which the end of the session may refuse.
      void Promise.resolve(client.dispose()).catch(() => undefined)
    },
  }
}

/** What a socket that was opened says of the viewer; it is given up where that is not to be had. */
async function credentialsOf(token: SocketToken, socket: WebSocket | undefined): Promise<object> {
  try {
    return await token.credentials()
  } catch (error) {
    if (socket) failSocket(socket, error as ApiError)
    return {}
  }
}
