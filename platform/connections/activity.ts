import { LRUCache } from 'lru-cache'
import type { Field } from '../kv/kv.ts'
import type { ConnectionsPlace } from './buryTheDead.ts'
import { CONNECTIONS_CHANNEL, type ConnectionsChange } from './change.ts'

/** Fields: one user's sessions; each says from when on nobody counts as there, in milliseconds since 1970. */
export const activityKey = (userId: string): string => `connections:active:${userId}`

/** Longer than any session is away and comes back: an entry that is gone says that somebody is there. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000
/** Sessions whose last word is remembered here: of one that was forgotten, it is said once more. */
const REMEMBERED = 100_000

export interface Activity {
  /** Somebody has just used this session. Neither fails nor waits. */
  saw(session: { userId: string; sessionId: string }): void
}

/**
 * Enters who does something, so that a device nobody uses counts as away after `idleMs`, also where its program says nothing of
 * that. Said at most five times within that time for each session and router.
 */
export function createActivity(
  { kv, pubsub }: ConnectionsPlace,
  { idleMs, failed }: { idleMs: number; failed: (error: unknown) => void },
): Activity {
  const said = new LRUCache<string, true>({ max: REMEMBERED, ttl: Math.max(1, idleMs / 5) })

  async function say(userId: string, sessionId: string): Promise<void> {
    await kv.setField(activityKey(userId), sessionId, String(Date.now() + idleMs), KEPT_MS)
    const change: ConnectionsChange = { userIds: [userId], ended: false }
    await pubsub.publish(CONNECTIONS_CHANNEL, JSON.stringify(change))
  }
  return {
    saw({ userId, sessionId }) {
      if (idleMs === 0 || said.has(sessionId)) return
      said.set(sessionId, true)
      say(userId, sessionId).catch((error: unknown) => {
        said.delete(sessionId)
        failed(error)
      })
    },
  }
}

/** When nobody counts as there any more at a session; undefined where that is not known. */
export function idleFrom(fields: ReadonlyMap<string, Field>, sessionId: string): number | undefined {
  const value = fields.get(sessionId)?.value
  return value === undefined ? undefined : Number(value)
}
