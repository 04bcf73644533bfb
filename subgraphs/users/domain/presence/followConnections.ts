import { CONNECTIONS_CHANNEL, readConnectionsChange } from '../../../../platform/connections/index.ts'
import type { Live } from './live.ts'
import { tellPresences } from './tellPresences.ts'

/** Whoever reloads a page is back within this time, and nobody sees them go. */
const GRACE_MS = 2_000
/** Users waiting for the end of their grace; beyond, they are told at once. */
const MOST_WAITING = 100_000

/**
 * Tells the presence of those whose connections change. Every process of this subgraph does so: what one of them says again is no
 * news to the routers. Resolves once it listens; the function returned ends it.
 * @throws Unavailable  pub/sub cannot be reached
 */
export async function followConnections(live: Live, graceMs = GRACE_MS): Promise<() => Promise<void>> {
  const waiting = new Map<string, NodeJS.Timeout>()

  const tell = (userIds: readonly string[]) => {
    tellPresences(live, userIds).catch((error: unknown) => {
      live.warn({ error }, 'presence was not told: the next change, or the next opening, makes good for it')
    })
  }
  const wait = (userId: string) => {
    if (waiting.has(userId)) return
    const timer = setTimeout(() => {
      waiting.delete(userId)
      tell([userId])
    }, graceMs)
    waiting.set(userId, timer.unref())
  }

  const leave = await live.pubsub.subscribe(CONNECTIONS_CHANNEL, (text) => {
    const change = readConnectionsChange(text)
    if (!change) return
    if (change.ended && waiting.size < MOST_WAITING) change.userIds.forEach(wait)
    else tell(change.userIds)
  })
  return async () => {
    for (const timer of waiting.values()) clearTimeout(timer)
    await leave()
  }
}
