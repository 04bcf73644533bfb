import type { FetchNode, PlanNode } from '@apollo/query-planner'
import type { DataPath } from './targets.ts'

/** A variable that must have this value for a fetch to be made. */
export interface Condition {
  readonly variable: string
  readonly is: boolean
}

/** A fetch of the plan with its place in it. */
export interface PlacedFetch {
  readonly node: FetchNode
  readonly path: DataPath
  readonly conditions: readonly Condition[]
  /** The fetches that must be answered before, by their index. */
  readonly after: readonly number[]
  /** The longest way to it: 0 for those that begin. */
  readonly level: number
}

/** Asks the top of a subgraph's schema, waits for nothing, and may be asked with what is asked of the subgraph later. */
export const isRootQuery = ({ node, path, conditions, after }: PlacedFetch): boolean =>
  !node.requires && node.operationKind === 'query' && path.length + conditions.length + after.length === 0

type Around = Pick<PlacedFetch, 'path' | 'conditions' | 'after'>

/**
 * The fetches of a plan, from its nested sequences and parallels: each knows what it waits for.
 * @throws Error  a node that this executor does not know
 */
export function placeFetches(plan: PlanNode | undefined): PlacedFetch[] {
  const placed: PlacedFetch[] = []
  if (plan) place(plan, { path: [], conditions: [], after: [] }, placed)
  return placed
}

/** Returns the fetches that whatever comes next must wait for. */
function place(node: PlanNode, around: Around, placed: PlacedFetch[]): readonly number[] {
  switch (node.kind) {
    case 'Sequence':
      return node.nodes.reduce((after, child) => place(child, { ...around, after }, placed), around.after)
    case 'Parallel':
      return [...new Set(node.nodes.flatMap((child) => place(child, around, placed)))]
    case 'Flatten':
      return place(node.node, { ...around, path: [...around.path, ...node.path.map(String)] }, placed)
    case 'Condition': {
      const branch = (child: PlanNode | undefined, is: boolean) =>
        child
          ? place(child, { ...around, conditions: [...around.conditions, { variable: node.condition, is }] }, placed)
          : []
      const last = [...branch(node.ifClause, true), ...branch(node.elseClause, false)]
      return last.length > 0 ? last : around.after
    }
    case 'Fetch': {
      const level = 1 + Math.max(-1, ...around.after.map((index) => placed[index]!.level))
      return [placed.push({ node, ...around, level }) - 1]
    }
    default:
      throw new Error(`A plan with ${node.kind} cannot be run.`)
  }
}
