import type { ConversationRow } from './applyEvent.ts'

/**
 * How many messages came after the last one seen here. A conversation that this device has never shown counts as one:
 * its whole history is no news.
 */
export function unreadOf(
  { id, lastMessage }: ConversationRow,
  seen: ReadonlyMap<string, number>,
  viewerId: string,
): number {
  if (!lastMessage || lastMessage.sender.id === viewerId) return 0
  const seenSeq = seen.get(id)
  return seenSeq === undefined ? 1 : Math.max(0, lastMessage.seq - seenSeq)
}
