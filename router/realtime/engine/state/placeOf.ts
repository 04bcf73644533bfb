import type { StateEvent } from '../../../../platform/events/stateEvent.ts'

/** Names a key of a topic. */
export const placeOf = ({ topic, key }: Pick<StateEvent, 'topic' | 'key'>): string => `${topic} ${key}`
