import { InvalidInput } from '../../../platform/errors.ts'

/** RFC 3339 with a zone. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i

/**
 * The parameters of a query string, each given once and none that is not known: a misspelt one must not pass for "all".
 * @throws InvalidInput
 */
export function parametersOf<const K extends string>(url: URL, names: readonly K[]): Partial<Record<K, string>> {
  const given: Partial<Record<string, string>> = {}
  for (const [name, value] of url.searchParams) {
    if (!(names as readonly string[]).includes(name)) {
      throw new InvalidInput(`There is no parameter of this name here. There are: ${names.join(', ')}.`)
    }
    if (given[name] !== undefined) throw new InvalidInput(`Give ${name} once.`)
    given[name] = value
  }
  return given as Partial<Record<K, string>>
}

/** @throws InvalidInput  not a moment with date, time and zone */
export function momentOf(name: string, given: string | undefined): Date | undefined {
  if (!given) return undefined
  // A "+" that was not written as %2B has become a space.
  const text = given.replace(' ', '+')
  const moment = new Date(text)
  if (MOMENT.test(text) && !Number.isNaN(moment.getTime())) return moment
  throw new InvalidInput(`${name} must be a moment like 2026-01-31T09:30:00Z.`)
}

/** @throws InvalidInput  not a whole number from `least` to `most` */
export function wholeOf(name: string, given: string | undefined, least: number, most: number): number | undefined {
  if (!given) return undefined
  const value = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN
  if (value >= least && value <= most) return value
  throw new InvalidInput(`${name} must be a whole number from ${least} to ${most}.`)
}
