import { createHash } from 'node:crypto'
import type { Push } from '../desk.ts'
import type { PushContent } from '../store/conversations.ts'

/**
 * What a push message holds, as JSON. Without the user's leave it names ids alone: neither who wrote, nor where, nor what.
 * The service worker of the web client reads it; a change that old ones do not understand needs another `version`.
 */
export interface PushMessage {
  version: 1
  id: string
  kind: Push['notification']['kind']
  conversationId: string
  messageId: string | null
  messageSeq: number | null
  /** RFC 3339 */
  at: string
  unreadCount: number
  /** With the user's leave only. `title` is null for a direct conversation, `text` for what is no message, or will expire. */
  sender?: string
  title?: string | null
  text?: string | null
}

/** Characters of a message's text, so that everything fits into the 4,096 bytes that push services take. */
const MAX_TEXT = 200

export function pushMessage({ notification, includeText, unread, actorName }: Push, content: PushContent): PushMessage {
  const { id, kind, conversationId, messageId, messageSeq, createdAt } = notification
  return {
    version: 1,
    ...{ id, kind, conversationId, messageId, messageSeq },
    at: new Date(createdAt).toISOString(),
    unreadCount: unread,
    ...(includeText && { sender: actorName, title: content.title, text: textOf(content) }),
  }
}

/** A message that deletes itself stays where it can. */
function textOf({ text, expiresAt }: PushContent): string | null {
  if (text === null || expiresAt !== null) return null
  const characters = [...text.slice(0, MAX_TEXT * 2)]
  return characters.length <= MAX_TEXT && text.length <= MAX_TEXT * 2
    ? text
    : `${characters.slice(0, MAX_TEXT - 1).join('')}…`
}

/** At a push service, a newer message of a conversation takes the place of one that it could not deliver yet. */
export const topicOf = (conversationId: string): string =>
  createHash('sha256').update(conversationId).digest('base64url').slice(0, 32)
