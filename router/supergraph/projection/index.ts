/**
 * Writes the client's answer from merged data, in one pass to JSON text. The selection is compiled for each type that is
 * met; `collectFields.ts` reads selections for the whole router.
 */
export { createProjector, type Projected, type Projector } from './projector.ts'
export type { Flaw } from './projecting.ts'
export { collectFields, presence, selectionsOf, type FieldNodes, type Reading } from './collectFields.ts'
