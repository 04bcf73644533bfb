import type { FetchDataRewrite } from '@apollo/query-planner'
import { isData, ownValue, setOwn, type Data } from './data.ts'
import type { TypeTest } from './typeTest.ts'

/** Changes data that the executor owns, as the planner asks: names that it changed to keep fields apart, types of @interfaceObject. */
export type Rewrite = (data: unknown) => void

const FRAGMENT = '... on '

/** Undefined where there is nothing to rewrite. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: TypeTest,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType))
  return (data) => {
    for (const rewrite of compiled) rewrite(data)
  }
}

function compileRewrite(rewrite: FetchDataRewrite, isOfType: TypeTest): Rewrite {
  const path = rewrite.path.slice(0, -1)
  const key = rewrite.path.at(-1)!
  const change =
    rewrite.kind === 'ValueSetter'
      ? (object: Data) => setOwn(object, key, rewrite.setValueTo)
      : (object: Data) => renameKey(object, key, rewrite.renameKeyTo)
  return (data) => applyAt(data, path, 0, isOfType, change)
}

function renameKey(object: Data, key: string, to: string): void {
  const value = ownValue(object, key)
  if (value === undefined) return
  setOwn(object, to, value)
  // Left behind as undefined, which counts as absent everywhere: `delete` would make the object slow.
  setOwn(object, key, undefined)
}

function applyAt(
  value: unknown,
  path: readonly string[],
  at: number,
  isOfType: TypeTest,
  change: (object: Data) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(item, path, at, isOfType, change)
    return
  }
  if (!isData(value)) return
  if (at === path.length) return change(value)
  const step = path[at]!
  if (!step.startsWith(FRAGMENT)) return applyAt(ownValue(value, step), path, at + 1, isOfType, change)
  const typename = value['__typename']
  // The planner asks for the type where there could be several.
  if (!typename || isOfType(typename, step.slice(FRAGMENT.length))) applyAt(value, path, at + 1, isOfType, change)
}
