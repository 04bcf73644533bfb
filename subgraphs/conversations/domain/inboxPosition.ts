import { positionInAll, readTimelines } from '../../../platform/timeline/index.ts'
import { readInboxHeads } from '../store/inboxHeads.ts'
import type { Actor, Conversations } from './conversations.ts'

/** Conversations whose places are told: as many as the subscription keeps live, those in which something happened last. */
const MAX_PLACES = 1_000

/**
 * Where the viewer's inbox stands: in their own log, and in those of their conversations. What is read after this is at least
 * as new (I4).
 */
export async function inboxPosition({ database }: Conversations, { userId }: Pick<Actor, 'userId'>): Promise<string> {
  const own = (await readTimelines(database, [userId])).get(userId)?.rev ?? 0
  const heads = await readInboxHeads(database, userId, MAX_PLACES)
  return positionInAll([[userId, own], ...heads.map(({ id, rev }) => [id, rev] as const)])
}
