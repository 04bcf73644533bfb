import { sql, type Placeholder } from 'drizzle-orm'
import type { Queries } from './database.ts'

/** A select of the builder, as it is before it runs. */
interface Select<Row> {
  prepare(): { execute(values?: Record<string, unknown>): Promise<Row[]> }
}

type Run<Row> = (queries: Queries, values: Record<string, unknown>) => Promise<Row[]>

/**
 * A select that is built once for each connection, and run with other values for its `sql.placeholder`s: building one costs
 * as much as a short read. For those that are run for most requests.
 */
export function prepared<Row>(build: (queries: Queries) => Select<Row>): Run<Row> {
  const built = new WeakMap<Queries, ReturnType<Select<Row>['prepare']>>()
  return (queries, values) => {
    let select = built.get(queries)
    if (!select) built.set(queries, (select = build(queries).prepare()))
    return select.execute(values)
  }
}

/** Lists up to these lengths have selects of their own; what is missing of a length is filled with the last. */
const LENGTHS = [1, 4, 16, 64, 256] as const

/** The same for a select with one list of texts, for `inArray`. It may be of any length; an empty one finds nothing. */
export function preparedList<Row>(
  build: (queries: Queries, list: (string | Placeholder)[]) => Select<Row>,
): (queries: Queries, list: readonly string[], values?: Record<string, unknown>) => Promise<Row[]> {
  const ofLength = new Map(
    LENGTHS.map((length) => {
      const places = Array.from({ length }, (_, n) => sql.placeholder(`list${n}`))
      return [length as number, prepared((queries) => build(queries, places))]
    }),
  )
  return async (queries, list, values = {}) => {
    if (list.length === 0) return []
    const length = LENGTHS.find((one) => one >= list.length)
    if (length === undefined)
      return build(queries, [...list])
        .prepare()
        .execute(values)
    const all: Record<string, unknown> = { ...values }
    for (let n = 0; n < length; n++) all[`list${n}`] = list[Math.min(n, list.length - 1)]
    return ofLength.get(length)!(queries, all)
  }
}
