import { isData, ownValue, type Data } from './data.ts'

/** A way through the data: response keys, and `@` for each item of a list. */
export type DataPath = readonly string[]

/** Where an object stands in the response. */
export type Position = readonly (string | number)[]

const EACH = '@'

/** The objects at `path`, from left to right. An object that stands in several places is there several times. */
export function targetsAt(root: Data, path: DataPath): Data[] {
  const found: Data[] = []
  gather(root, path, 0, found)
  return found
}

function gather(value: unknown, path: DataPath, at: number, found: Data[]): void {
  for (; at < path.length; at++) {
    if (typeof value !== 'object' || value === null) return
    const step = path[at]!
    if (step === EACH) {
      if (!Array.isArray(value)) return
      for (const item of value) gather(item, path, at + 1, found)
      return
    }
    value = ownValue(value as Data, step)
  }
  if (isData(value)) found.push(value)
}

/** The same objects with their places, for errors: in the order of `targetsAt`. */
export function placesAt(root: Data, path: DataPath): { target: Data; position: Position }[] {
  const found: { target: Data; position: Position }[] = []
  const walk = (value: unknown, at: number, position: Position): void => {
    if (at === path.length) {
      if (isData(value)) found.push({ target: value, position })
    } else if (path[at] === EACH) {
      if (Array.isArray(value)) value.forEach((item, index) => walk(item, at + 1, [...position, index]))
    } else if (isData(value)) walk(ownValue(value, path[at]!), at + 1, [...position, path[at]!])
  }
  walk(root, 0, [])
  return found
}
