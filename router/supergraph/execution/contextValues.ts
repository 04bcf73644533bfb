import type { FetchDataKeyRenamer } from '@apollo/query-planner'
import { isData, ownValue, type Data } from './data.ts'
import type { Position } from './targets.ts'
import type { TypeTest } from './typeTest.ts'

/**
 * The values of @fromContext arguments for the entity at `position`: variables by their name. They are looked up from
 * above the entity, so equal entities in different places may have different ones.
 */
export type ContextValues = (root: Data, position: Position) => Record<string, unknown>

const FRAGMENT = '... on '
const UP = '..'

/** `renamers`: one path for each type that may have set the context; the first that leads somewhere counts. */
export function compileContextValues(renamers: readonly FetchDataKeyRenamer[], isOfType: TypeTest): ContextValues {
  return (root, position) => {
    const values: Record<string, unknown> = {}
    for (const { path, renameKeyTo } of renamers) {
      if (values[renameKeyTo] !== undefined && values[renameKeyTo] !== null) continue
      values[renameKeyTo] = valueAt(root, position, path, isOfType) ?? null
    }
    return values
  }
}

function valueAt(root: Data, position: Position, path: readonly string[], isOfType: TypeTest): unknown {
  const ups = path.findIndex((step) => step !== UP)
  let value: unknown = root
  for (const step of above(position, ups)) value = (value as Data)[step]
  for (const step of path.slice(ups)) value = follow(value, step, isOfType)
  return value
}

/** Each step up leaves a field, with the indexes of lists on the way. */
function above(position: Position, ups: number): Position {
  let end = position.length
  for (let up = 0; up < ups && end > 0; up++) {
    while (end > 0 && typeof position[end - 1] === 'number') end--
    end--
  }
  // What remains may end at a list's item: the object that the field belongs to.
  return position.slice(0, Math.max(end, 0))
}

function follow(value: unknown, step: string, isOfType: TypeTest): unknown {
  if (Array.isArray(value)) return value.map((item) => follow(item, step, isOfType))
  if (!isData(value)) return undefined
  if (!step.startsWith(FRAGMENT)) return ownValue(value, step)
  const typename = value['__typename']
  return typename === undefined || isOfType(typename, step.slice(FRAGMENT.length)) ? value : undefined
}
