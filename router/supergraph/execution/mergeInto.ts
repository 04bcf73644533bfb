import { isData, ownValue, setOwn, type Data } from './data.ts'
import type { TypeTest } from './typeTest.ts'

/** What must be known of an answer to merge it. */
export interface Merging {
  /**
   * The keys whose values are objects of the graph. Others are values of scalars, which may be a subgraph's own objects: they are
   * not merged into.
   */
  readonly composite: ReadonlySet<string>
  readonly isOfType: TypeTest
}

/**
 * Adds what another fetch said of the same object. What is new moves over as it is, without a copy; `source` is not to
 * be used afterwards. Null never takes the place of a value: another subgraph had it.
 * A subgraph that knows an object by its interface alone (@interfaceObject) does not hide what it is.
 */
export function mergeInto(target: Data, source: Data, merging: Merging): void {
  for (const key in source) {
    const value = source[key]
    if (value === undefined) continue
    const known = target[key]
    if (known === undefined) target[key] = value
    else if (known !== value) mergeKey(target, key, value, merging)
  }
}

function mergeKey(target: Data, key: string, value: unknown, merging: Merging): void {
  const known = ownValue(target, key)
  if (known === undefined) setOwn(target, key, value)
  else if (value === null || (key === '__typename' && merging.isOfType(known, String(value)))) return
  else if (!(merging.composite.has(key) && mergeBelow(known, value, merging))) setOwn(target, key, value)
}

function mergeBelow(known: unknown, value: unknown, merging: Merging): boolean {
  if (isData(known) && isData(value)) {
    mergeInto(known, value, merging)
    return true
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return false
  for (let i = 0; i < known.length; i++) {
    const item: unknown = value[i]
    if (item !== null && known[i] !== item && !mergeBelow(known[i], item, merging)) known[i] = item
  }
  return true
}
