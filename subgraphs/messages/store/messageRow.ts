import type { tables } from '../../../platform/database/index.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'

export type MessageRow = typeof tables.messages.$inferSelect

/** A stored message in the shape of the GraphQL type, which is also the shape that its event carries. */
export const toMessage = (row: Omit<MessageRow, 'contentHash'>): MessagePayload => ({
  __typename: 'Message',
  id: row.id,
  seq: row.seq,
  clientMessageId: row.clientMessageId,
  text: row.text,
  createdAt: new Date(row.createdAt).toISOString(),
  sender: { __typename: 'User', id: row.senderId },
  conversation: { __typename: 'Conversation', id: row.conversationId },
})
