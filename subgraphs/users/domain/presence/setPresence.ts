import type { Identity } from '../../../../platform/identity/index.ts'
import { sayAvailability, type Said } from '../../../../platform/presence/index.ts'
import type { Live } from './live.ts'
import { tellPresences } from './tellPresences.ts'

/**
 * One device says whether somebody is there.
 * @throws Unavailable  the store or pub/sub cannot be reached
 */
export async function setPresence(live: Live, { userId, sessionId }: Identity, said: Said): Promise<void> {
  if (await sayAvailability(live.kv, { userId, sessionId }, said)) await tellPresences(live, [userId])
}
