import type { Config } from '../../platform/config/index.ts'
import { migrate } from '../../platform/database/index.ts'
import type { TokenVerifier } from '../../platform/identity/index.ts'
import type { SubgraphClient } from '../../platform/subgraph/index.ts'
import { layFoundation, type Foundation } from '../foundation.ts'
import { remoteSubgraphs } from '../remoteSubgraphs.ts'
import { serveRouter } from './router.ts'
import { createSubgraphs } from './subgraph.ts'
import { startWorkers } from './worker.ts'

/** A running Parley. */
export interface System {
  /** Where the router listens. */
  port: number
  /** Verifies the access tokens that this system issues. */
  verifier: TokenVerifier
  close(): Promise<void>
}

/** Every role in this process: on SQLite and in memory, or on MySQL, Redis and Kafka, as the configuration says. */
export async function startAll(config: Config, foundation: Foundation = layFoundation(config)): Promise<System> {
  try {
    await migrate(await foundation.reachedDatabase('users'))
    await migrate(await foundation.reachedDatabase('conversations'))
    const { subgraphs, verifier, jwks } = await createSubgraphs(foundation)
    const own: Record<string, SubgraphClient> = subgraphs
    // A team's, beside those of this process.
    const remote = config.router.links.addressed.length > 0 ? await remoteSubgraphs(foundation) : () => undefined
    const client = (name: string, url: string) => own[name] ?? remote(name, url)
    const router = await serveRouter(foundation, { client, verifier, jwks })
    // The workers come last, so that what they bring finds the router listening; they end first.
    await startWorkers(foundation, ['fanout', 'relay', 'timers', 'notifications', 'webhooks'])
    return { port: router.port, verifier, close: () => foundation.close() }
  } catch (error) {
    await foundation.close()
    throw error
  }
}
