import { asker, guardFor, sentAlong, type Asking } from '../askSubgraph.ts'
import type { Ask, FetchRequest } from '../execution/index.ts'
import type { RequestContext } from '../supergraph.ts'
import { EntityBatch } from './entityBatch.ts'

/** Entities of one request at most: a subgraph's own limits, and its time, are not to be met by joining. */
const MOST_ENTITIES = 500

interface Open {
  readonly batch: EntityBatch
  readonly subgraph: string
  readonly context: RequestContext
}

/**
 * Joins fetches of entities that are asked for in the same turn of the event loop, of the same subgraph, with the same query and
 * the same credentials: each viewer's are checked by the subgraph, so nobody gets anything through another one's token.
 */
export class EntityBatches {
  readonly #parts: Asking
  /** By subgraph, query, and what `restOf` says: texts that are there already are found without being read again. */
  #open = new Map<string, Map<string, Map<string, Open>>>()
  #scheduled = false

  constructor(parts: Asking) {
    this.#parts = parts
  }

  /** Asks for one event. It waits no longer than its context says; the others of its batch go on. */
  asker(context: RequestContext): Ask {
    const guard = guardFor(this.#parts, context)
    return (subgraph, request) =>
      request.entities
        ? guard(subgraph, (resolve, reject) =>
            this.#batchFor(subgraph, request, context).join({ request, resolve, reject }),
          )
        : asker(this.#parts, context)(subgraph, request)
  }

  /** The batch that goes out at the end of this turn. */
  #batchFor(subgraph: string, request: FetchRequest, context: RequestContext): EntityBatch {
    const alike = within(within(this.#open, subgraph), request.query)
    const rest = restOf(request, context)
    let open = alike.get(rest)
    if (!open || open.batch.size >= MOST_ENTITIES) {
      if (open) this.#send(open)
      alike.set(rest, (open = { batch: new EntityBatch(request.entities!), subgraph, context }))
    }
    if (!this.#scheduled) setImmediate(() => this.#sendAll())
    this.#scheduled = true
    return open.batch
  }

  #sendAll(): void {
    this.#scheduled = false
    const all = [...this.#open.values()].flatMap((queries) =>
      [...queries.values()].flatMap((alike) => [...alike.values()]),
    )
    this.#open = new Map()
    for (const open of all) this.#send(open)
  }

  #send({ batch, subgraph, context }: Open): void {
    // Whose signal would it be? The client's time-out ends what hangs.
    const along = sentAlong({ ...context, signal: undefined })
    const client = this.#parts.subgraphs(subgraph)
    batch.send(async ({ query, variables }) => client.execute({ ...along, query, variables }))
  }
}

function within<T>(all: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let one = all.get(key)
  if (!one) all.set(key, (one = new Map()))
  return one
}

/** The credentials, which hold no line break, and the other variables. Mostly there are none. */
function restOf({ variables, entities }: FetchRequest, { authorization = '' }: RequestContext): string {
  const names = Object.keys(variables)
  if (names.length === entities!.length) return authorization
  const others = names.filter((name) => !entities!.some(({ variable }) => variable === name))
  return `${authorization}\n${JSON.stringify(others.map((name) => [name, variables[name]]))}`
}
