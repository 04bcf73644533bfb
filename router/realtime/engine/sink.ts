import type { GraphQLFormattedError } from 'graphql'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { SharedResult } from './sharedResult.ts'

/**
 * Where the results of one subscription go. An operation on a WebSocket is one; other transports bring their own.
 * After `error` or `complete` nothing more is written.
 */
export interface Sink {
  /** `event`: whose result it is, for who wants to know. */
  next(result: SharedResult, event?: TopicEvent): void
  error(errors: readonly GraphQLFormattedError[]): void
  complete(): void
  /** Undefined while more may be written; else resolves when what was written has left, or the reader is gone. */
  drained(): Promise<void> | undefined
}
