/** An object of a subgraph's answer. Its keys are the client's own words: `__proto__` may be among them. */
export type Data = Record<string, unknown>

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects have functions by birth, and `__proto__`: under such a name, only what they own counts. */
export function ownValue(source: Data, key: string): unknown {
  const value = source[key]
  if (typeof value !== 'function' && key !== '__proto__') return value
  return Object.hasOwn(source, key) ? value : undefined
}

/** Also under `__proto__`, which a plain assignment would take for something else. */
export function setOwn(target: Data, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}
