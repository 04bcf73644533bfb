import type { GraphQLFormattedError } from 'graphql'
import { positionsOf, type Batch } from './batch.ts'
import type { PlanRun } from './planRun.ts'
import type { RootFetch } from './planRequests.ts'
import { placesAt, type Position } from './targets.ts'

/** A batch, and the key in the answer under which its entities are. */
export interface AskedBatch {
  readonly batch: Batch
  readonly key: string
}

type Errors = readonly GraphQLFormattedError[]

/** The errors of one answer at most: a subgraph does not fill our memory with them. */
const MAX_ERRORS = 1_000

/** Adds the errors of a fetch at the top. Where one tells no place, it stands at each field that was asked for. */
export function addRootErrors(run: PlanRun, { place, keys }: RootFetch, errors: Errors): void {
  const positions = place.path.length === 0 ? [[]] : placesAt(run.data, place.path).map(({ position }) => position)
  const owed = [...keys].map((key) => [key])
  for (const error of errors) {
    const paths: Position[] = error.path?.length ? [error.path] : owed
    for (const position of positions) for (const path of paths) add(run, error, [...position, ...path])
  }
}

/**
 * Adds the errors of a fetch of entities. From `_entities`, an index leads to each place whose object has that
 * representation; an error without an index stands at all of them.
 */
export function addEntityErrors(run: PlanRun, asked: readonly AskedBatch[], errors: Errors): void {
  const batches = asked.map(({ batch }) => batch)
  const places = batches.map((batch) => positionsOf(batch, run))
  for (const error of errors) {
    const [alias, index, ...rest] = error.path ?? []
    const at = asked.findIndex(({ key }) => key === alias)
    const found = typeof index === 'number' ? places[at]?.[index] : undefined
    const below = found ? rest.map((step) => (typeof step === 'string' ? original(batches[at]!, step) : step)) : []
    const positions = found ?? (at >= 0 ? places[at]! : places.flat()).flat()
    for (const position of positions) add(run, error, [...position, ...below])
  }
}

/** Its key before the planner renamed it to keep two fields apart. */
const original = ({ slot }: Batch, key: string): string => slot.renamed.get(key) ?? key

function add({ errors }: PlanRun, error: GraphQLFormattedError, path: Position): void {
  if (errors.length < MAX_ERRORS) errors.push({ error, path })
}
