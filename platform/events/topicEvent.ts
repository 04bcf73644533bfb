/**
 * One change of a topic, as it travels from its writer over the event log and pub/sub to every router.
 * Knows nothing of chat: a topic is a name with positions, and the payload is what its subscription field answers.
 */
export interface TopicEvent {
  /** For a conversation `conversation:<id>`, for what a viewer alone is told `inbox:<id>`. Also the key in the event log: events of one topic keep their order. */
  topic: string
  /** Position in the topic's log: 1, 2, 3, … without a hole. */
  rev: number
  /** In the shape of the subscription field's GraphQL type, with `__typename` at every object of an abstract type. */
  payload: { __typename: string } & Record<string, unknown>
  /** Viewers whose subscriptions to this topic end after this event. */
  endsFor?: string[]
  /** The place in a trace of what wrote it (https://www.w3.org/TR/trace-context/), where that is traced. */
  traceparent?: string
  /** Where the topic is part of a bundle: topics that join the bundle with this event, and after which position each begins. */
  follows?: { topic: string; after: number }[]
  /** Topics that leave the bundle with this event. */
  leaves?: string[]
}
