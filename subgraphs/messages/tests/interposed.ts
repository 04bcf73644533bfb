import type { Database } from '../../../platform/database/index.ts'

/** The database, on which `work` is done just before its `nth` read runs: what another process may do in between. */
export function interposed(database: Database, nth: number, work: () => Promise<void>): Database {
  let reads = 0
  return new Proxy(database, {
    get(target, key) {
      if (key !== 'select' && key !== 'rows') return Reflect.get(target, key) as unknown
      const read = target[key] as (...args: unknown[]) => object
      if ((reads += 1) !== nth) return read
      return key === 'rows'
        ? (...args: unknown[]) => work().then(() => read(...args))
        : (...args: unknown[]) => delayed(read(...args), work)
    },
  })
}

/** A query builder that waits for `work` when it is awaited, whatever is called on it before. */
const delayed = <Q extends object>(query: Q, work: () => Promise<void>): Q =>
  new Proxy(query, {
    get(target, key) {
      if (key === 'then') {
        return (...reactions: Parameters<Promise<unknown>['then']>) =>
          work()
            .then(() => target)
            .then(...reactions)
      }
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => delayed(value.apply(target, args) as object, work)
    },
  })
