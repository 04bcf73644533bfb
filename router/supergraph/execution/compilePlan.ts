import type { PlanNode } from '@apollo/query-planner'
import { isRootQuery, placeFetches, type PlacedFetch } from './placeFetches.ts'
import { settleLevels } from './settleLevels.ts'
import { entityFetch, fitTogether, rootFetch, type EntityFetch, type RootFetch } from './planRequests.ts'
import type { TypeTest } from './typeTest.ts'

/** One request of a plan, in the order of all. */
export interface PlannedRequest {
  readonly fetch: RootFetch | EntityFetch
  /** How many others must be done before, and which wait for this one, by their index. */
  readonly waitsFor: number
  readonly next: readonly number[]
}

/** A plan, ready to run. */
export interface CompiledPlan {
  readonly requests: readonly PlannedRequest[]
  /** Arguments depend on where an entity stands (@fromContext): equal entities in two places may differ below. */
  readonly hasContext: boolean
}

/**
 * Turns a nested plan into requests that know what they wait for. Fetches of entities that stand at the same level, or
 * may wait for it without holding anything up, and go to the same subgraph are one request: it waits for all that its parts
 * wait for. What a query asks of the top of that subgraph's schema goes along, if nothing needs it before.
 * @throws Error  the plan holds what this executor does not know (@defer)
 */
export function compilePlan(plan: PlanNode | undefined, isOfType: TypeTest): CompiledPlan {
  const placed = placeFetches(plan)
  const groups = groupFetches(placed)
  const groupOf = new Map(groups.flatMap((group, index) => group.map((fetch) => [fetch, index] as const)))
  const waits = groups.map(
    (group) => new Set(group.flatMap(({ after }) => after.map((index) => groupOf.get(placed[index]!)!))),
  )
  const requests = groups.map((group, index) => {
    const next = waits.flatMap((before, other) => (before.has(index) ? [other] : []))
    const fetch = group.some(({ node }) => node.requires)
      ? entityFetch(group, isOfType)
      : rootFetch(group[0]!, isOfType)
    return { fetch, waitsFor: waits[index]!.size, next }
  })
  return { requests, hasContext: placed.some(({ node }) => node.contextRewrites?.length) }
}

function groupFetches(placed: readonly PlacedFetch[]): PlacedFetch[][] {
  const groups: PlacedFetch[][] = []
  const open = new Map<string, PlacedFetch[]>()
  const levels = settleLevels(placed)
  // What is drawn to entities comes after them.
  const entitiesFirst = [...placed.entries()].sort(([, a], [, b]) => Number(isRootQuery(a)) - Number(isRootQuery(b)))
  for (const [index, fetch] of entitiesFirst) {
    const key = `${levels[index]} ${fetch.node.serviceName}`
    const group = open.get(key)
    if (group && (fetch.node.requires || isRootQuery(fetch)) && fitTogether(group, fetch)) group.push(fetch)
    else {
      const started = [fetch]
      groups.push(started)
      if (fetch.node.requires) open.set(key, started)
    }
  }
  return groups
}
