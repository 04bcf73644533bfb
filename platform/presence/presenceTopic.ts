import type { StateEvent } from '../events/stateEvent.ts'
import type { Presence } from './readPresences.ts'

/** The topic of one user's presence; the same text as `@liveState(topic:)` gives in the SDL. */
export const presenceTopic = (userId: string): string => `presence:${encodeURIComponent(userId)}`

/**
 * As it travels, and as an opening tells it. `at`: the store's clock, in microseconds. Without a presence: the viewer may not see it. Who is there
 * becomes AWAY by itself, unless something newer is told before.
 */
export function presenceState(userId: string, presence: Presence | undefined, at: number): StateEvent {
  const payload = (presence: Presence | undefined) => ({
    __typename: 'PresenceChange',
    user: { __typename: 'User', id: userId },
    presence: presence ? presencePayload(presence) : null,
  })
  const state = { topic: presenceTopic(userId), key: userId, rev: at, payload: payload(presence) }
  if (presence?.awayFrom === undefined) return state
  const away = { availability: 'AWAY', lastSeenAt: undefined } as const
  return { ...state, lastsMs: Math.max(0, Math.ceil(presence.awayFrom - at / 1_000)), then: payload(away) }
}

const presencePayload = ({ availability, lastSeenAt }: Presence) => ({
  __typename: 'Presence',
  availability,
  lastSeenAt: lastSeenAt === undefined ? null : new Date(lastSeenAt).toISOString(),
})
