import { createClient, type Client } from 'graphql-ws'
import { socketEndpoint } from '../api/endpoint.ts'
import type { SessionStore } from '../session/sessionStore.ts'
import type { Connection } from './connection.ts'

/** Closes of our own and of the server that mean something to us (the server's catalogue: docs/realtime.md). */
const normalClosure = 1000
const forbidden = 4403

const pingEveryMs = 5_000
const pongWithinMs = 4_000

export interface Socket {
  client: Client
  /** Gives the socket up: its subscriptions end. */
  dispose(): void
}

/**
 * The one WebSocket of the page. Opened with the first subscription, kept a moment after the last.
 *
 * A network that dies silently leaves the socket open for minutes: so it is pinged every 5 s and given up when no answer
 * comes within 4 s, or at once when the browser says that it is offline. Coming back is the resume link's.
 */
export function openSocket(session: SessionStore, connection: Connection): Socket {
  let usedToken: string | null = null
  let patience: ReturnType<typeof setTimeout> | undefined
  const client = createClient({
    url: socketEndpoint,
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: 3_000,
    connectionAckWaitTimeout: 10_000,
    connectionParams: async () => {
      usedToken = await session.accessToken()
      return usedToken ? { authorization: `Bearer ${usedToken}` } : {}
    },
    on: {
      connecting: () => connection.set('connecting'),
      connected: () => connection.set('connected'),
      ping: (received) => {
        if (!received) patience = setTimeout(() => client.terminate(), pongWithinMs)
      },
      pong: (received) => {
        if (received) clearTimeout(patience)
      },
      error: () => connection.set('waiting'),
      closed: (event) => {
        clearTimeout(patience)
        const { code } = event as CloseEvent
        if (code === forbidden && usedToken) session.refuse(usedToken)
        connection.set(code === normalClosure ? 'idle' : 'waiting')
      },
    },
  })
  const giveUp = () => client.terminate()
  window.addEventListener('offline', giveUp)
  return {
    client,
    dispose: () => {
      window.removeEventListener('offline', giveUp)
      clearTimeout(patience)
      void client.dispose()
    },
  }
}
