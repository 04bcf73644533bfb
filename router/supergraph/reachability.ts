import type { SubgraphClient } from '../../platform/subgraph/subgraph.ts'
import { withTimeout } from '../../platform/time/withTimeout.ts'

/** By the name of the subgraph. */
export type Reachable = Record<string, 'ok' | 'failed'>

/** Whoever asks may be anybody: what was found holds for so long. */
const HOLDS_MS = 1_000
const TIMEOUT_MS = 1_500

/** Which subgraphs answer. */
export class Reachability {
  readonly #clients: () => ReadonlyMap<string, SubgraphClient>
  #found: Promise<Reachable> | undefined
  #until = 0

  /** `clients`: those of now. */
  constructor(clients: () => ReadonlyMap<string, SubgraphClient>) {
    this.#clients = clients
  }

  /** Never rejects. */
  ask(): Promise<Reachable> {
    const now = performance.now()
    if (this.#found && now < this.#until) return this.#found
    this.#until = now + TIMEOUT_MS + HOLDS_MS
    const found = this.#askAll()
    void found.then(() => (this.#until = performance.now() + HOLDS_MS))
    return (this.#found = found)
  }

  async #askAll(): Promise<Reachable> {
    const asked = [...this.#clients()].map(async ([name, client]) => [name, await isReachable(name, client)] as const)
    return Object.fromEntries(await Promise.all(asked))
  }
}

/** Whatever it answers, it is there. */
const isReachable = (name: string, client: SubgraphClient): Promise<'ok' | 'failed'> =>
  withTimeout(TIMEOUT_MS, name, () => client.execute({ query: '{ __typename }' })).then(
    () => 'ok',
    () => 'failed',
  )
