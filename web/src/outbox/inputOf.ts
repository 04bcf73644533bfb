import type { SendMessageInput } from '../generated.ts'
import type { OutgoingMessage } from './newMessage.ts'

/** What the server is sent of a message: the same for each try. */
export function inputOf(
  message: Omit<OutgoingMessage, 'queuedAt' | 'status' | 'attempts' | 'problem'>,
): SendMessageInput {
  const { id, conversationId, text, replyTo, threadRoot, mentions, mentionsEveryone, attachments, expireAfterSeconds } =
    message
  return {
    conversationId,
    clientMessageId: id,
    text,
    replyToId: replyTo?.id ?? null,
    threadRootId: threadRoot?.id ?? null,
    mentions: mentions.map((user) => user.id),
    mentionsEveryone,
    ...(attachments.length > 0 && { attachmentIds: attachments.map((file) => file.id) }),
    expireAfterSeconds,
  }
}
