import type { Actor, Conversations } from './conversations.ts'
import { createWithOwner } from './createWithOwner.ts'
import { validTitle, validTopic } from './title.ts'

export interface NewChannel {
  title: string
  topic?: string | null
  /** Whether owners and admins alone write in it. */
  announcement: boolean
  clientChannelId?: string | null
}

/**
 * Starts a public channel with the actor as its owner; gives its id.
 * @throws InvalidInput         the title, the topic, or the `clientChannelId`
 * @throws IdempotencyConflict  the `clientChannelId` was used for something else
 */
export const createChannel = async (
  conversations: Conversations,
  { userId }: Actor,
  { title, topic, announcement, clientChannelId }: NewChannel,
): Promise<string> =>
  createWithOwner(conversations, userId, {
    kind: announcement ? 'ANNOUNCEMENT' : 'CHANNEL',
    title: validTitle(title),
    topic: validTopic(topic),
    others: [],
    clientId: clientChannelId,
  })
