import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import type { EntityList, FetchRequest } from '../execution/index.ts'
import { copyOf } from './copyOf.ts'

/** Who asks. It is called back with its own part of the answer, as if it had asked alone, or with why there is none. */
interface Joining {
  readonly request: FetchRequest
  resolve(result: SubgraphResult): void
  reject(error: unknown): void
}

/** One of those who wait for the batch: where its entities stand among all, for each list. */
interface Waiter extends Joining {
  readonly indexes: readonly (readonly number[])[]
}

/** All representations of one list: equal ones once. */
interface Joined {
  readonly list: EntityList
  readonly representations: unknown[]
  readonly indexOf: Map<string, number>
}

/** Fetches of entities with the same query and the same other variables, which go out as one request. */
export class EntityBatch {
  readonly #joined: readonly Joined[]
  readonly #waiters: Waiter[] = []
  /** Representations so far. */
  size = 0

  constructor(lists: readonly EntityList[]) {
    this.#joined = lists.map((list) => ({ list, representations: [], indexOf: new Map() }))
  }

  join({ request, resolve, reject }: Joining): void {
    const indexes = this.#joined.map((joined) =>
      (request.variables[joined.list.variable] as unknown[]).map((representation) => this.#add(joined, representation)),
    )
    this.#waiters.push({ request, indexes, resolve, reject })
  }

  send(ask: (request: FetchRequest) => Promise<SubgraphResult>): void {
    const [first, ...others] = this.#waiters
    if (!first) return
    if (others.length === 0) return void ask(first.request).then(first.resolve, first.reject)
    const variables = { ...first.request.variables }
    for (const { list, representations } of this.#joined) variables[list.variable] = representations
    ask({ ...first.request, variables }).then(
      (result) => this.#divide(result),
      (error: unknown) => this.#waiters.forEach(({ reject }) => reject(error)),
    )
  }

  #add({ representations, indexOf }: Joined, representation: unknown): number {
    const key = JSON.stringify(representation)
    let index = indexOf.get(key)
    if (index === undefined) {
      indexOf.set(key, (index = representations.push(representation) - 1))
      this.size++
    }
    return index
  }

  #divide({ data, errors }: SubgraphResult): void {
    const given = new Set<unknown>()
    // What is merged into by one of them must not be another one's.
    const take = (entity: unknown) => {
      if (given.has(entity)) return copyOf(entity)
      if (typeof entity === 'object') given.add(entity)
      return entity
    }
    // Copies are of what nobody has changed yet: all are made before anyone goes on.
    const results = this.#waiters.map(({ indexes }) => {
      const own = this.#dataOf(data, indexes, take)
      const told = Array.isArray(errors) ? errors.flatMap((error) => this.#errorFor(error, indexes)) : []
      return told.length > 0 ? { data: own, errors: told } : { data: own }
    })
    this.#waiters.forEach(({ resolve }, at) => resolve(results[at]!))
  }

  #dataOf(
    data: SubgraphResult['data'],
    indexes: Waiter['indexes'],
    take: (entity: unknown) => unknown,
  ): SubgraphResult['data'] {
    if (typeof data !== 'object' || data === null) return null
    const own: Record<string, unknown> = {}
    this.#joined.forEach(({ list, representations }, at) => {
      const all = data[list.key]
      // Anything but one answer for each is no answer for anyone.
      if (Array.isArray(all) && all.length === representations.length)
        own[list.key] = indexes[at]!.map((index) => take(all[index]))
    })
    return own
  }

  /** An error without the place of an entity is everybody's. */
  #errorFor(error: GraphQLFormattedError, indexes: Waiter['indexes']): GraphQLFormattedError[] {
    const [key, index, ...rest] = Array.isArray(error?.path) ? error.path : []
    const at = this.#joined.findIndex(({ list }) => list.key === key)
    if (at < 0 || typeof index !== 'number') return [error]
    const own = indexes[at]!.indexOf(index)
    return own < 0 ? [] : [{ ...error, path: [key!, own, ...rest] }]
  }
}
