import type { Data } from './data.ts'
import type { EntitySlot } from './planRequests.ts'
import type { Position } from './targets.ts'
import { placesAt, targetsAt } from './targets.ts'
import type { PlanRun } from './planRun.ts'

/** The entities that a slot asks for: each representation once, with all objects that its answer belongs to. */
export interface Batch {
  readonly slot: EntitySlot
  readonly representations: readonly Data[]
  /** By the index of the representation. */
  readonly targets: readonly (readonly Data[])[]
  /** Values of @fromContext arguments, the same for the whole batch. */
  readonly context?: Record<string, unknown>
}

/** The entities of a slot, as the data stands now. Several batches only where @fromContext tells them apart. */
export function collectBatches(slot: EntitySlot, run: PlanRun): Batch[] {
  const { context } = slot
  if (!context) {
    const batch = collect(
      slot,
      activePlaces(slot, run).flatMap(({ path }) => targetsAt(run.data, path)),
    )
    return batch.representations.length > 0 ? [batch] : []
  }
  const groups = new Map<string, { values: Record<string, unknown>; targets: Data[] }>()
  for (const { path } of activePlaces(slot, run)) {
    for (const { target, position } of placesAt(run.data, path)) {
      const values = context(run.data, position)
      const key = JSON.stringify(values)
      const group = groups.get(key) ?? { values, targets: [] }
      group.targets.push(target)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
    .map(({ values, targets }) => ({ ...collect(slot, targets), context: values }))
    .filter(({ representations }) => representations.length > 0)
}

const activePlaces = ({ places }: EntitySlot, run: PlanRun) => places.filter(({ conditions }) => run.holds(conditions))

const nothing = { representations: [], targets: [] }

function collect(slot: EntitySlot, found: readonly Data[]): Batch {
  const { keyOf, dataOf } = slot.representations
  // Mostly there is one, of an event always: nothing to tell apart.
  if (found.length === 1) {
    const isWhole = keyOf(found[0]!) !== undefined
    return isWhole ? { slot, representations: [dataOf(found[0]!)], targets: [found] } : { slot, ...nothing }
  }
  const known = new Map<unknown, Map<unknown, Data[]>>()
  const representations: Data[] = []
  const targets: Data[][] = []
  for (const target of found) {
    const key = keyOf(target)
    if (key === undefined) continue
    const typename = target['__typename']
    let ofType = known.get(typename)
    if (!ofType) known.set(typename, (ofType = new Map()))
    const same = ofType.get(key)
    if (same) {
      if (same.at(-1) !== target) same.push(target)
      continue
    }
    const first = [target]
    ofType.set(key, first)
    representations.push(dataOf(target))
    targets.push(first)
  }
  return { slot, representations, targets }
}

/** Every place where the answer to the representation of this index stands. */
export function positionsOf(batch: Batch, run: PlanRun): Position[][] {
  const indexOf = new Map(batch.targets.flatMap((same, index) => same.map((target) => [target, index] as const)))
  const positions: Position[][] = batch.targets.map(() => [])
  for (const { path } of activePlaces(batch.slot, run)) {
    for (const { target, position } of placesAt(run.data, path)) {
      const index = indexOf.get(target)
      if (index !== undefined) positions[index]!.push(position)
    }
  }
  return positions
}
