import { setTimeout as wait } from 'node:timers/promises'
import type { LiveOperation, PreparedOperation, Supergraph } from './supergraph.ts'

/** Between two of them: those who ask for something now have their turn. */
const pauseMs = 5

/** What makes a subscription another one. What only changes how it is answered (plans, rules of access) is not among it. */
const nature = [
  'field',
  'responseKey',
  'subgraph',
  'topicTemplate',
  'resumeArgument',
  'isBundle',
  'isState',
  'viewerIndependent',
] as const satisfies readonly (keyof LiveOperation)[]

/** One subscription as its clients wrote it, for as long as they stand, on the newest supergraph that serves it as it was. */
class Standing {
  readonly query: string
  readonly operationName: string | undefined
  readonly prepared: PreparedOperation
  #live: LiveOperation

  constructor(
    asked: { query: string; operationName: string | undefined },
    prepared: PreparedOperation,
    live: LiveOperation,
    origin: object,
  ) {
    this.query = asked.query
    this.operationName = asked.operationName
    this.#live = live
    this.prepared = {
      ...prepared,
      live: {
        ...live,
        origin,
        admit: async (variables, context) => this.#live.admit?.(variables, context),
        topic: (variables) => this.#live.topic(variables),
        open: (topic, limit, context) => this.#live.open(topic, limit, context),
        openBundle: (topic, context) => this.#live.openBundle(topic, context),
        resolveEvent: (payload, variables, context) => this.#live.resolveEvent(payload, variables, context),
      },
    }
  }

  /** False where it would be another one: it stays as it is. */
  moveTo(live: LiveOperation): boolean {
    if (nature.some((part) => live[part] !== this.#live[part])) return false
    this.#live = live
    return true
  }
}

/**
 * Subscriptions, which may stand for days, through changes of the supergraph. They go on to the new one where it serves them as
 * they were: so those who come then share their groups, and the old one can be let go. Others end on the one on which they
 * began.
 */
export class StandingSubscriptions {
  readonly #all = new Set<WeakRef<Standing>>()
  readonly #gone = new FinalizationRegistry<WeakRef<Standing>>((ref) => this.#all.delete(ref))
  readonly #known = new WeakMap<PreparedOperation, Standing>()
  #newest: Supergraph | undefined

  /** The supergraph, with subscriptions that may outlive it. */
  over(supergraph: Supergraph): Supergraph {
    const origin = {}
    return {
      apiSchema: supergraph.apiSchema,
      prepare: (query, operationName) => {
        const prepared = supergraph.prepare(query, operationName)
        if ('errors' in prepared || !prepared.live) return prepared
        const known = this.#known.get(prepared)
        if (known) return known.prepared
        const standing = new Standing({ query, operationName }, prepared, prepared.live, origin)
        this.#remember(standing)
        this.#known.set(prepared, standing)
        return standing.prepared
      },
      execute: (operation, variables, context) => supergraph.execute(operation, variables, context),
    }
  }

  /** Moves those that stand, one at a time; resolves when all are, or a newer supergraph has come. */
  async moveTo(supergraph: Supergraph): Promise<void> {
    this.#newest = supergraph
    for (const ref of [...this.#all]) {
      const standing = ref.deref()
      if (!standing) continue
      const prepared = supergraph.prepare(standing.query, standing.operationName)
      if (!('errors' in prepared) && prepared.live && standing.moveTo(prepared.live))
        this.#known.set(prepared, standing)
      await wait(pauseMs, undefined, { ref: false })
      if (this.#newest !== supergraph) return
    }
  }

  #remember(standing: Standing): void {
    const ref = new WeakRef(standing)
    this.#all.add(ref)
    this.#gone.register(standing, ref)
  }
}
