import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { type MessageRow, timeOf, toMessage } from '../store/messageRow.ts'

/**
 * A message as its MessageSent tells of it: with what it is known to have when it is new, so that the event answers for
 * that too, and with how far its thread goes with it.
 */
export function sentMessage(row: MessageRow): MessagePayload {
  const message = toMessage(row, row.createdAt)
  const pos = row.extras?.thread?.pos
  const thread = { __typename: 'Thread', replyCount: pos ?? 0, lastReplyAt: timeOf(row.createdAt) } as const
  const threadRoot = message.threadRoot && { ...message.threadRoot, thread }
  return { ...message, ...(threadRoot && { threadRoot }), thread: null, reactions: [], pin: null }
}
