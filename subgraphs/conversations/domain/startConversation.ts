import type { Transaction } from '../../../platform/database/index.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { append, createTimeline } from '../../../platform/timeline/index.ts'
import { insertConversation, type NewConversation } from '../store/conversations.ts'
import { insertMembers, type MemberRole } from '../store/members.ts'
import { conversationCreated, memberAdded } from './events.ts'
import { tellMembers } from './tellMembers.ts'

/**
 * Writes a new conversation with its first members and its timeline. The log tells of everyone, the creator too: read
 * from its beginning it gives the members that the tables hold (I4).
 * @returns the events to publish after the commit
 */
export async function startConversation(
  tx: Transaction,
  conversation: Omit<NewConversation, 'memberCount'>,
  members: readonly { userId: string; role: MemberRole }[],
): Promise<TopicEvent[]> {
  const { id, createdAt, createdBy } = conversation
  await insertConversation(tx, { ...conversation, memberCount: members.length })
  await insertMembers(
    tx,
    members.map((member) => ({ ...member, conversationId: id, state: 'ACTIVE', joinedAt: createdAt, joinedSeq: 0 })),
  )
  const head = await createTimeline(tx, id, createdAt)
  const joined = members.map(({ userId, role }) => memberAdded(userId, role, createdBy))
  const appended = await append(tx, [{ head, events: [conversationCreated(createdBy), ...joined] }], createdAt)
  return [...appended, ...(await tellMembers(tx, appended, createdAt))]
}
