import type { Client } from 'graphql-ws'
import { ApiError } from '../errors/apiError.ts'
import type { TokenSource } from '../session/tokenSource.ts'
import type { Connection } from './connection.ts'

/** Who a socket was opened for, and who is told how it fares. */
export interface SocketOwner {
  session: Pick<TokenSource, 'viewerId'>
  connection: Pick<Connection, 'need'>
}

/** By the client of {@link openSocket}: {@link follow} is given that alone. */
export const socketOwners = new WeakMap<Client, SocketOwner>()

/** What a subscription ends with that was opened for a user who is not the one of now. */
export const someoneElse = (): ApiError =>
  new ApiError('UNAUTHENTICATED', 'Somebody else is signed in now, or nobody: subscribe anew.')
