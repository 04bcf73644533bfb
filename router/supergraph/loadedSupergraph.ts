import type { SubgraphClient, SubgraphRequest } from '../../platform/subgraph/subgraph.ts'
import { counter, gauge, type Logger, type Metrics } from '../../platform/telemetry/index.ts'
import { Reachability, type Reachable } from './reachability.ts'
import { subgraphAddresses } from './subgraphAddresses.ts'
import { StandingSubscriptions } from './standing.ts'
import type { Supergraph } from './supergraph.ts'

export interface LoadedOptions {
  /** Asked for each subgraph that a supergraph names, with the address that it has there ('' for none). */
  subgraphs: (name: string, url: string) => SubgraphClient
  /** @throws Error  the SDL is no supergraph */
  build: (sdl: string, subgraphs: (name: string) => SubgraphClient) => Supergraph
  logger: Logger
  metrics: Metrics
}

export const supergraphMetrics = (metrics: Metrics) => ({
  reloads: counter(metrics, {
    name: 'parley_router_supergraph_loads_total',
    help: 'Supergraphs that were taken, and that were refused as broken.',
    labels: ['outcome'],
  }),
  refused: gauge(metrics, {
    name: 'parley_router_supergraph_refused',
    help: '1 while the newest supergraph is refused and an older one is served.',
  }),
})

/**
 * The supergraph of now. It can be replaced while requests run: they end on the one on which they began. Subscriptions that
 * stand go on to the new one, or, where it does not serve them any more, stay where they are. A subgraph that moved is asked
 * at its new place by all of them.
 */
export class LoadedSupergraph {
  #current: Supergraph
  readonly #standing = new StandingSubscriptions()
  readonly #options: LoadedOptions
  /** Of all supergraphs so far: what runs may have begun on an older one. */
  readonly #clients = new Map<string, SubgraphClient>()
  #newest: ReadonlyMap<string, SubgraphClient> = new Map()
  readonly #reachability = new Reachability(() => this.#newest)
  readonly #reloads
  readonly #refused

  /** @throws Error  the SDL is no supergraph: there is nothing to begin with */
  constructor(sdl: string, options: LoadedOptions) {
    this.#options = options
    const { reloads, refused } = supergraphMetrics(options.metrics)
    this.#reloads = reloads
    this.#refused = refused
    this.#current = this.#take(sdl)
    this.#refused.set(0)
  }

  readonly current = (): Supergraph => this.#current

  /** Which subgraphs answer now. Asked often, each is asked once a second. */
  readonly reachable = (): Promise<Reachable> => this.#reachability.ask()

  /** Takes another one from now on. False: it is broken, and the old one stays. */
  replace(sdl: string): boolean {
    try {
      this.#current = this.#take(sdl)
      this.#refused.set(0)
      this.#options.logger.info('a new supergraph is served')
      return true
    } catch (error) {
      this.#reloads.inc({ outcome: 'refused' })
      this.#refused.set(1)
      this.#options.logger.error({ error }, 'the new supergraph is broken: the old one is served on')
      return false
    }
  }

  #take(sdl: string): Supergraph {
    const { build, subgraphs } = this.#options
    const addresses = subgraphAddresses(sdl)
    const clients = new Map<string, SubgraphClient>()
    const built = build(sdl, (name) => {
      clients.set(name, subgraphs(name, addresses.get(name) ?? ''))
      return { execute: (request: SubgraphRequest) => this.#clients.get(name)!.execute(request) }
    })
    // Only now: a broken supergraph changes nothing.
    for (const [name, client] of clients) this.#clients.set(name, client)
    this.#newest = clients
    this.#reloads.inc({ outcome: 'taken' })
    this.#standing.moveTo(built).catch((error: unknown) => {
      this.#options.logger.error({ error }, 'subscriptions stay on the supergraph before')
    })
    return this.#standing.over(built)
  }
}
