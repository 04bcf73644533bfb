export { presenceState, presenceTopic } from './presenceTopic.ts'
export { onlineAmong, readPresences, type Availability, type Presence } from './readPresences.ts'
export { sayAvailability, type Said } from './sayAvailability.ts'
