/** An object of a subgraph's answer. Its keys are the client's own words: `__proto__` may be among them. */
export type Data = Record<string, unknown>

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Under a name that objects have by birth, only what they own counts. */
export const ownValue = (source: Data, key: string): unknown =>
  key in Object.prototype && !Object.hasOwn(source, key) ? undefined : source[key]

/** Also under `__proto__`, which a plain assignment would take for something else. */
export function setOwn(target: Data, key: string, value: unknown): void {
  if (!(key in Object.prototype)) target[key] = value
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}
