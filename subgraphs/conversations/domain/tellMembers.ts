import type { Transaction } from '../../../platform/database/index.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import {
  appendToInboxes,
  type ConversationPayload,
  type ConversationRef,
  type InboxNews,
} from '../../../platform/timeline/index.ts'

/**
 * Tells those whose membership began or ended with these events of a conversation in their own logs, so that their inboxes
 * follow it, or no longer do. The last thing that the transaction locks.
 * @returns the events to publish after the commit
 */
export const tellMembers = (tx: Transaction, events: readonly TopicEvent[], at: number): Promise<TopicEvent[]> =>
  appendToInboxes(tx, events.flatMap(newsIn), at)

function newsIn({ payload, rev }: TopicEvent): InboxNews[] {
  const event = payload as ConversationPayload & { conversation: ConversationRef }
  const { conversation } = event
  if (event.__typename === 'MemberAdded') {
    return [{ userId: event.user.id, payload: { __typename: 'ConversationJoined', conversation, joinedRev: rev } }]
  }
  if (event.__typename !== 'MemberRemoved') return []
  return [{ userId: event.user.id, payload: { __typename: 'ConversationLeft', conversation } }]
}
