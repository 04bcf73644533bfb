import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { presenceState, readPresences, type Presence } from '../../../platform/presence/index.ts'
import { stateOpening, type StateOpening } from '../../../platform/subgraph/index.ts'
import { findSharing } from '../store/sharing.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_PRESENCES } from './limits.ts'

/** What the actor may see of these users' presence; those whom they may not see are not in it. */
export interface Visible {
  /** The store's clock. */
  at: number
  presences: Map<string, Presence>
}

/**
 * Presence is for those who share a conversation, and neither of whom blocks the other; one's own is always there.
 * @throws Unavailable  the users subgraph or the store cannot be reached
 */
export async function readVisiblePresences(
  { database, live, users }: Conversations,
  { userId, authorization }: Actor,
  given: readonly string[],
): Promise<Visible> {
  const ids = [...new Set(given.flatMap((id) => knownId(id) ?? []))]
  const others = ids.filter((id) => id !== userId)
  const sharing = others.length === 0 ? [] : await findSharing(database, userId, others)
  const found = sharing.length === 0 ? undefined : await users.find(sharing, authorization)
  const visible = ids.filter((id) => id === userId || found?.get(id)?.contactable)
  if (visible.length === 0) return { at: 0, presences: new Map() }
  const { at, presences } = await readPresences(live.kv, visible)
  return { at, presences: new Map(visible.map((id, index) => [id, presences[index]!])) }
}

/**
 * Opens the presence of some users. Whom the actor may not see has null, and nothing more.
 * @throws InvalidInput  too many users
 */
export async function openPresence(
  conversations: Conversations,
  actor: Actor,
  userIds: readonly string[],
): Promise<StateOpening> {
  if (userIds.length > MAX_PRESENCES) {
    throw new InvalidInput(`One subscription follows the presence of at most ${MAX_PRESENCES} users.`)
  }
  const { at, presences } = await readVisiblePresences(conversations, actor, userIds)
  return stateOpening(
    [...new Set(userIds)].map((id) => {
      const presence = presences.get(id)
      return presence ? presenceState(id, presence, at) : { ...presenceState(id, undefined, at), ends: true }
    }),
  )
}
