/** A copy of plain data, deep. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = copyOf((value as Record<string, unknown>)[key])
    if (key !== '__proto__') copy[key] = inner
    else Object.defineProperty(copy, key, { value: inner, writable: true, enumerable: true, configurable: true })
  }
  return copy as T
}
