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
 * must be idempotent. What a failure means is said by its error: a retriable one (UNAVAILABLE, OVERLOADED) is waited out
 * without end, since the event is not to blame; any other counts, and after `attempts` of them the event goes to the
 * dead letters and lets the next one pass.
 */
export interface EventLog {
  /**
   * Appends made one after the other keep their order, also when the first is not awaited.
   * Rejects with the retriable errors UNAVAILABLE when the log can't be reached and OVERLOADED when too much waits; the
   * events may have been appended all the same, so what reads them goes by their `rev`.
   */
  append<T extends LogTopic>(topic: T, events: readonly LogTopics[T][]): Promise<void>
  /** `handle` gets a run of events of one key, in order. Runs of different keys may be handled at the same time. */
  consume<T extends LogTopic>(
    topic: T,
    group: string,
    handle: (events: readonly LogTopics[T][]) => Promise<void>,
  ): Promise<Consumer>
  /** The newest dead letters of a topic, at most `limit`, oldest first. For operators and tests. */
  deadLetters(topic: LogTopic, limit: number): Promise<DeadLetter[]>
  ping(): Promise<void>
  /** Stops its consumers, then lets go of the log. Afterwards `append` rejects with UNAVAILABLE. */
  close(): Promise<void>
}
