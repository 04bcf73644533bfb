import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import { asker, guardFor, sentAlong, type Asking } from '../askSubgraph.ts'
import type { Ask, FetchRequest } from '../execution/index.ts'
import type { RequestContext } from '../supergraph.ts'
import { EntityBatch } from './entityBatch.ts'

/** Entities of one request at most: a subgraph's own limits, and its time, are not to be met by joining. */
const MOST_ENTITIES = 500

/**
 * Joins fetches of entities that are asked for in the same turn of the event loop, of the same subgraph, with the same query and
 * the same credentials: each viewer's are checked by the subgraph, so nobody gets anything through another one's token.
 */
export class EntityBatches {
  readonly #parts: Asking
  readonly #open = new Map<string, { batch: EntityBatch; subgraph: string; context: RequestContext }>()
  #scheduled = false

  constructor(parts: Asking) {
    this.#parts = parts
  }

  /** Asks for one event. It waits no longer than its context says; the others of its batch go on. */
  asker(context: RequestContext): Ask {
    const guard = guardFor(this.#parts, context)
    return (subgraph, request) =>
      request.entities
        ? guard(subgraph, () => this.#join(subgraph, request, context))
        : asker(this.#parts, context)(subgraph, request)
  }

  #join(subgraph: string, request: FetchRequest, context: RequestContext): Promise<SubgraphResult> {
    const key = keyOf(subgraph, request, context)
    let open = this.#open.get(key)
    if (!open || open.batch.size >= MOST_ENTITIES) {
      if (open) this.#send(open)
      this.#open.set(key, (open = { batch: new EntityBatch(request.entities!), subgraph, context }))
    }
    if (!this.#scheduled) setImmediate(() => this.#sendAll())
    this.#scheduled = true
    return open.batch.join(request)
  }

  #sendAll(): void {
    this.#scheduled = false
    const all = [...this.#open.values()]
    this.#open.clear()
    for (const open of all) this.#send(open)
  }

  #send({ batch, subgraph, context }: { batch: EntityBatch; subgraph: string; context: RequestContext }): void {
    // Whose signal would it be? The client's time-out ends what hangs.
    const along = sentAlong({ ...context, signal: undefined })
    const client = this.#parts.subgraphs(subgraph)
    batch.send(async ({ query, variables }) => client.execute({ ...along, query, variables }))
  }
}

function keyOf(subgraph: string, { query, variables, entities }: FetchRequest, context: RequestContext): string {
  // No name and no token holds a line break. Mostly there are no other variables.
  const key = `${subgraph}\n${context.authorization ?? ''}\n${query}`
  const names = Object.keys(variables)
  if (names.length === entities!.length) return key
  const others = names.filter((name) => !entities!.some(({ variable }) => variable === name))
  return `${key}\n${JSON.stringify(others.map((name) => [name, variables[name]]))}`
}
