import type { TopicEvent } from '../events/topicEvent.ts'
import type { EventPayload, StoredPayload } from './events.ts'
import { conversationTopic } from './topic.ts'

interface EventRow {
  conversationId: string
  rev: number
  payload: StoredPayload
  endsFor: string[] | null
  createdAt: number
}

/** A row of the log as it travels: the payload gets the fields that every event has. */
export function toTopicEvent({ conversationId, rev, payload, endsFor, createdAt }: EventRow): TopicEvent {
  const full: EventPayload = {
    ...payload,
    rev,
    at: new Date(createdAt).toISOString(),
    conversation: { __typename: 'Conversation', id: conversationId },
  }
  return { topic: conversationTopic(conversationId), rev, payload: { ...full }, ...(endsFor ? { endsFor } : {}) }
}
