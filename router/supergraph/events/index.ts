/**
 * What live events ask of subgraphs. Many events come at the same moment, to groups that ask for the same or alike: an event's
 * equal fetches are made once for all of its groups (`sharedFetches.ts`), and fetches of entities with the same query and
 * credentials go out as one request (`entityBatches.ts`).
 */
export { EntityBatches } from './entityBatches.ts'
export { SharedFetches } from './sharedFetches.ts'
