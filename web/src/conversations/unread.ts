import type { ConversationRow } from './conversationRow.ts'

type Unread = Pick<ConversationRow, 'unreadAfter' | 'unreadCount' | 'mentionSeqs'>

interface SentMessage {
  seq: number
  deletedAt: string | null
  mentionsEveryone: boolean
  mentions: readonly { id: string }[]
}

/**
 * What a row says of reading once what stands up to `unreadAfter` is not unread any more: messages up to `newest` after it
 * are. It never goes back, so of two devices the one that has read further counts.
 */
export function readOn(row: ConversationRow, unreadAfter: number, newest = row.lastMessage?.seq ?? 0): Unread {
  const after = Math.max(row.unreadAfter, unreadAfter)
  return {
    unreadAfter: after,
    unreadCount: Math.max(0, newest - after),
    mentionSeqs: row.mentionSeqs.filter((seq) => seq > after),
  }
}

/** Which unread messages mention the viewer, after one was sent, edited or deleted. */
export function mentionsAfter(row: ConversationRow, message: SentMessage, viewerId: string): number[] {
  const { seq, deletedAt, mentionsEveryone, mentions } = message
  const others = row.mentionSeqs.filter((known) => known !== seq)
  const isNamed = mentionsEveryone || mentions.some(({ id }) => id === viewerId)
  return isNamed && !deletedAt && seq > row.unreadAfter ? [...others, seq] : others
}
