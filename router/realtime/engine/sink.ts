import type { GraphQLFormattedError } from 'graphql'
import type { SharedResult } from './sharedResult.ts'

/**
 * Where the results of one subscription go. An operation on a WebSocket is one; other transports bring their own.
 * After `error` or `complete` nothing more is written.
 */
export interface Sink {
  next(result: SharedResult): void
  error(errors: readonly GraphQLFormattedError[]): void
  complete(): void
  /** Undefined while more may be written; else resolves when what was written has left, or the reader is gone. */
  drained(): Promise<void> | undefined
}
