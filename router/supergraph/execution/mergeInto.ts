import { isData, ownValue, setOwn, type Data } from './data.ts'

/**
 * Adds what another fetch said of the same object. What is new moves over as it is, without a copy; `source` is not to
 * be used afterwards. Null never takes the place of a value: another subgraph had it.
 */
export function mergeInto(target: Data, source: Data): void {
  for (const key in source) {
    const value = source[key]
    if (value === undefined) continue
    const known = target[key]
    if (known === undefined) target[key] = value
    else if (known !== value) mergeKey(target, key, value)
  }
}

function mergeKey(target: Data, key: string, value: unknown): void {
  const known = ownValue(target, key)
  if (known === undefined) setOwn(target, key, value)
  else if (value !== null && !mergeBelow(known, value)) setOwn(target, key, value)
}

function mergeBelow(known: unknown, value: unknown): boolean {
  if (isData(known) && isData(value)) {
    mergeInto(known, value)
    return true
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return false
  for (let i = 0; i < known.length; i++) {
    const item: unknown = value[i]
    if (item !== null && known[i] !== item && !mergeBelow(known[i], item)) known[i] = item
  }
  return true
}
