import type { StateEvent } from '../events/stateEvent.ts'
import type { Presence } from './readPresences.ts'

/** The topic of one user's presence; the same text as `@liveState(topic:)` gives in the SDL. */
export const presenceTopic = (userId: string): string => `presence:${encodeURIComponent(userId)}`

/** As it travels, and as an opening tells it. `at`: the store's clock. Without a presence: the viewer may not see it. */
export const presenceState = (userId: string, presence: Presence | undefined, at: number): StateEvent => ({
  topic: presenceTopic(userId),
  key: userId,
  rev: at,
  payload: {
    __typename: 'PresenceChange',
    user: { __typename: 'User', id: userId },
    presence: presence ? presencePayload(presence) : null,
  },
})

const presencePayload = ({ availability, lastSeenAt }: Presence) => ({
  __typename: 'Presence',
  availability,
  lastSeenAt: lastSeenAt === undefined ? null : new Date(lastSeenAt).toISOString(),
})
