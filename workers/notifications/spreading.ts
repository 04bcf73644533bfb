import type { Database } from '../../platform/database/index.ts'
import type { Desk, Occasion, SpreadInHand } from './desk.ts'
import { messageSubject } from './occasions.ts'
import { kindsFor } from './rules.ts'
import { readListeners } from './store/members.ts'

/** Members told in one go: it bounds the memory and the time that a large group takes at once. */
export const SPREAD_BATCH = 500

interface SpreadingParts {
  /** The conversations database. */
  database: Database
  desk: Pick<Desk, 'notify' | 'spreads'>
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * Tells the next members of a conversation that somebody has mentioned everyone. Resolves with false when nothing waits. A
 * worker that dies in the middle leaves the rest to another; whoever was told before is not told again.
 */
export async function spreadOn({ database, desk, now }: SpreadingParts): Promise<boolean> {
  const spread = await desk.spreads.take()
  if (!spread) return false
  const listeners = await readListeners(database, spread.conversationId, spread.after, SPREAD_BATCH)
  await desk.notify(
    listeners
      .filter(({ userId }) => userId !== spread.actorId)
      .map((listener) =>
        occasionOf(spread, listener.userId, kindsFor(listener, ['EVERYONE'], spread.message.seq, now())),
      )
      .filter(({ kinds }) => kinds.length > 0),
  )
  const last = listeners.at(-1)
  if (!last || listeners.length < SPREAD_BATCH) await desk.spreads.done(spread)
  else await desk.spreads.advance(spread, [last.joinedAt, last.userId])
  return true
}

const occasionOf = (
  { conversationId, message, actorId, at }: SpreadInHand,
  userId: string,
  kinds: Occasion['kinds'],
): Occasion => ({ userId, kinds, subject: messageSubject(message.id), conversationId, message, actorId, at })
