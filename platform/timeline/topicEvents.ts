import type { TopicEvent } from '../events/topicEvent.ts'
import { isInboxPayload, type EventPayload, type StoredPayload } from './events.ts'
import { positionIn } from './position.ts'
import { conversationTopic, inboxTopic } from './topic.ts'

interface EventRow {
  /** The log's id. */
  conversationId: string
  rev: number
  payload: StoredPayload
  endsFor: string[] | null
  createdAt: number
}

/** A row of the log as it travels: the payload gets the fields that every event has. */
export function toTopicEvent({ conversationId: log, rev, payload, endsFor, createdAt }: EventRow): TopicEvent {
  const place = { log, position: positionIn(log, rev), at: new Date(createdAt).toISOString() }
  if (isInboxPayload(payload))
    return { topic: inboxTopic(log), rev, payload: { ...payload, ...place }, ...moves(payload) }
  const full: EventPayload = { ...payload, ...place, rev, conversation: { __typename: 'Conversation', id: log } }
  return { topic: conversationTopic(log), rev, payload: { ...full }, ...(endsFor ? { endsFor } : {}) }
}

/** Which conversations join or leave the viewer's bundle. */
function moves(payload: StoredPayload): Pick<TopicEvent, 'follows' | 'leaves'> {
  if (payload.__typename === 'ConversationJoined') {
    return { follows: [{ topic: conversationTopic(payload.conversation.id), after: payload.joinedRev - 1 }] }
  }
  return payload.__typename === 'ConversationLeft' ? { leaves: [conversationTopic(payload.conversation.id)] } : {}
}
