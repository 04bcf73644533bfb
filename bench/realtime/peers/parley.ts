import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openPubSub } from '../../../platform/events/index.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'
import { createVerifier } from '../../../platform/identity/index.ts'
import { readConfig } from '../../../platform/config/index.ts'
import { remoteSubgraph } from '../../../platform/subgraph/remoteSubgraph.ts'
import { createLogger, createMetrics } from '../../../platform/telemetry/index.ts'
import type { RealtimeLimits } from '../../../router/realtime/index.ts'
import { startRouter } from '../../../router/index.ts'
import { Person } from '../../../tests/harness/person.ts'
import { Place } from '../../../tests/harness/place.ts'
import type { Peer, Shape } from '../peer.ts'
import { messageSent } from './messageSent.ts'
import type { SubgraphUrls } from '../subgraphs.ts'

const query = (
  operation: number,
) => `subscription ($id: ID!, $after: Int) { event${operation}: conversationEvents(conversationId: $id, after: $after) {
  __typename rev at conversation { id title } ... on MessageSent { message { id seq text sender { id name } } } } }`

/** All sockets are one user's and come from one address here. */
const crowded: Partial<RealtimeLimits> = { socketsPerUser: 1e6, socketsPerAddress: 1e6 }

/**
 * The real router in this process over the real subgraphs, which run in a process of their own. The events are as the
 * messages subgraph publishes them; title and name are asked of the two other subgraphs for every event.
 */
export async function start({ topics, operations }: Shape): Promise<Peer> {
  const { place, pubsub } = await startParley()
  const ada = await Person.guest(place, 'Ada')
  const ids: string[] = []
  for (let topic = 0; topic < topics; topic++) ids.push(await ada.startGroup(`Talk ${topic}`))
  const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: ids[0] })
  const revs = ids.map(() => conversation.rev as number)
  return {
    address: {
      protocol: 'graphql-ws',
      url: place.url.replace('http', 'ws') + '/graphql',
      init: { authorization: `Bearer ${ada.accessToken}` },
      subscribe: ids.map((id) =>
        Array.from({ length: operations }, (_, operation) => ({ query: query(operation), variables: { id } })),
      ),
    },
    publish(topic) {
      const event = messageSent(ids[topic]!, ada.id, ++revs[topic]!)
      void pubsub.publish(event.topic, JSON.stringify(event))
    },
  }
}

/** A router whose stream is in this process. */
export async function startParley(limits: Partial<RealtimeLimits> = {}): Promise<{ place: Place; pubsub: PubSub }> {
  const child = fork(fileURLToPath(new URL('../subgraphs.ts', import.meta.url)))
  process.once('exit', () => child.kill())
  const [urls] = (await once(child, 'message')) as [SubgraphUrls]
  const config = readConfig({}, { PARLEY_LOG_LEVEL: 'error' })
  const logger = createLogger(config)
  const pubsub = openPubSub(config, logger)
  const router = await startRouter({
    supergraph: readFileSync(config.supergraphFile, 'utf8'),
    subgraphs: (name) => remoteSubgraph(urls.subgraphs[name]!, { timeoutMs: 15_000, logger }),
    verifier: createVerifier({ jwks: urls.jwks }),
    jwks: async () => (await (await fetch(urls.jwks)).json()) as object,
    pubsub: await pubsub,
    port: 0,
    host: '127.0.0.1',
    logger,
    metrics: createMetrics(),
    limits: { realtime: { ...crowded, ...limits } },
  })
  return { place: new Place(`http://127.0.0.1:${router.port}`), pubsub: await pubsub }
}
