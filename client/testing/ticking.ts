import { gql } from '@apollo/client'
import WebSocket from 'ws'
import { createParleyClient, type ParleyClientOptions } from '../apollo/createParleyClient.ts'
import type { ApiError } from '../errors/apiError.ts'
import { Connection } from '../realtime/connection.ts'
import { follow } from '../realtime/follow.ts'
import { openSocket, type SocketOptions } from '../realtime/openSocket.ts'
import { apiKeySession } from '../session/tokenSource.ts'
import type { TickServer } from './tickServer.ts'

export interface Ticks {
  ticks: { rev: number }
}
export const query = 'subscription Ticks($after: Int) { ticks(after: $after) { rev } }'

const cleanups: (() => void)[] = []

/** Ends what the test has opened. */
export function leaveAll(): void {
  for (const cleanup of cleanups.splice(0)) cleanup()
}

/** A socket, and what one who follows the ticks over it has seen. */
export function given(server: TickServer, options: Partial<SocketOptions> = {}) {
  const connection = new Connection()
  const session = apiKeySession('key')
  const socket = openSocket({ url: server.url, session, connection, webSocketImpl: WebSocket, ...options })
  cleanups.push(socket.dispose)
  const followed = () => {
    const ended = new AbortController()
    const [revs, told]: [number[], ApiError[]] = [[], []]
    let end: unknown
    const positionOf = ({ ticks }: Ticks) => ticks.rev
    const onRetry = (error: ApiError) => void told.push(error)
    const ending = (async () => {
      const parts = { query, after: 0, positionOf, signal: ended.signal, onRetry }
      for await (const { ticks } of follow<Ticks>(socket.client, parts)) revs.push(ticks.rev)
    })().then(
      () => (end = 'complete'),
      (error: unknown) => (end = error),
    )
    return { revs, told, ending, end: () => end, leave: () => ended.abort() }
  }
  return { connection, socket, followed }
}

/** The same by Apollo Client. */
export function givenApollo(server: TickServer, options: Partial<ParleyClientOptions> = {}) {
  const told: ApiError[] = []
  const parts = { url: server.url.replace('ws', 'http'), session: apiKeySession('key'), webSocketImpl: WebSocket }
  const parley = createParleyClient({ ...parts, onRetry: (error) => void told.push(error), ...options })
  cleanups.push(parley.dispose)
  const [revs, ends]: [number[], unknown[]] = [[], []]
  const reading = parley.client
    .subscribe<Ticks>({ query: gql(query), variables: { after: 0 }, fetchPolicy: 'no-cache' })
    .subscribe(({ data, error }) => (data ? revs.push(data.ticks.rev) : ends.push(error)))
  return { ...parley, told, revs, ends, leave: () => reading.unsubscribe() }
}
