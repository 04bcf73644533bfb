import type { TopicEvent } from './topicEvent.ts'

/** The logs there are, and what each holds. */
export interface LogTopics {
  'conversation-events': TopicEvent
}
export type LogTopic = keyof LogTopics

/** An event that its consumer could not handle, kept with the reason. */
export interface DeadLetter {
  topic: LogTopic
  group: string
  event: unknown
  error: string
  at: string
}

/** A running consumer. `stop` resolves once the event in hand is handled and its offset committed. */
export interface Consumer {
  stop(): Promise<void>
}

/**
 * An ordered, durable log of events, partitioned by key (`event.topic`).
 *
 * Promises: `append` resolves when the events are durable; events of one key are handed to one consumer of a group at a
 * time, in the order in which they were appended; an event is handed again until its handler has resolved, so handlers
 * must be idempotent. After `attempts` failures it goes to the dead letters and lets the next one pass.
 */
export interface EventLog {
  /** Rejects with the retriable error UNAVAILABLE when the log can't be reached. */
  append<T extends LogTopic>(topic: T, events: readonly LogTopics[T][]): Promise<void>
  /** `handle` gets the events of one key run in order; batches never mix the order of one key. */
  consume<T extends LogTopic>(
    topic: T,
    group: string,
    handle: (events: readonly LogTopics[T][]) => Promise<void>,
  ): Promise<Consumer>
  /** The newest dead letters of a topic, at most `limit`. For operators and tests. */
  deadLetters(topic: LogTopic, limit: number): Promise<DeadLetter[]>
  ping(): Promise<void>
  close(): Promise<void>
}
