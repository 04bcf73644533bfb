import { presenceState, readPresences } from '../../../../platform/presence/index.ts'
import type { Live } from './live.ts'

/**
 * Tells how these users are now to whoever follows them. Read after the change that is its reason, so that the newest that is
 * told is as new as the last change, whichever process tells it; what has not changed is no news to anyone.
 * @throws Unavailable  the store or pub/sub cannot be reached
 */
export async function tellPresences({ kv, pubsub }: Live, userIds: readonly string[]): Promise<void> {
  const { at, presences } = await readPresences(kv, userIds)
  const states = userIds.map((id, index) => presenceState(id, presences[index], at))
  await pubsub.publishMany(states.map((state) => ({ channel: state.topic, message: JSON.stringify(state) })))
}
