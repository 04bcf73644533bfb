import { isData, ownValue, setOwn, type Data } from './data.ts'

/**
 * Adds what another fetch said of the same object. What is new moves over as it is, without a copy; `source` is not to
 * be used afterwards. Null never takes the place of a value: another subgraph had it.
 *
 * `composite`: the keys whose values are objects of the graph. Others are values of scalars, which may be a subgraph's own
 * objects: they are not merged into.
 */
export function mergeInto(target: Data, source: Data, composite: ReadonlySet<string>): void {
  for (const key in source) {
    const value = source[key]
    if (value === undefined) continue
    const known = target[key]
    if (known === undefined) target[key] = value
    else if (known !== value) mergeKey(target, key, value, composite)
  }
}

function mergeKey(target: Data, key: string, value: unknown, composite: ReadonlySet<string>): void {
  const known = ownValue(target, key)
  if (known === undefined) setOwn(target, key, value)
  else if (value !== null && !(composite.has(key) && mergeBelow(known, value, composite))) setOwn(target, key, value)
}

function mergeBelow(known: unknown, value: unknown, composite: ReadonlySet<string>): boolean {
  if (isData(known) && isData(value)) {
    mergeInto(known, value, composite)
    return true
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return false
  for (let i = 0; i < known.length; i++) {
    const item: unknown = value[i]
    if (item !== null && known[i] !== item && !mergeBelow(known[i], item, composite)) known[i] = item
  }
  return true
}
