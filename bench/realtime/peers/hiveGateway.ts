import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { installPeers, startPeer } from '../../router/peers.ts'
import type { Peer, Shape } from '../peer.ts'
import type { EventSubgraphs } from './eventSubgraphs.ts'

const query = (operation: number) => `subscription ($topic: Int!) { event${operation}: events(topic: $topic) {
  __typename rev at conversation { id title } message { id seq text sender { id name } } } }`

/**
 * Hive Gateway's own command in a process of its own. The subgraph of events serves graphql-ws, those of titles and names
 * HTTP, all in another process.
 */
export async function start({ topics, operations }: Shape): Promise<Peer> {
  installPeers()
  const subgraphs = fork(fileURLToPath(new URL('./eventSubgraphs.ts', import.meta.url)))
  process.once('exit', () => subgraphs.kill())
  const [{ sdl }] = (await once(subgraphs, 'message')) as [EventSubgraphs]
  const gateway = await startPeer('hive-gateway', { sdl, subgraph: '', dedupe: false, execArgv: [] })
  return {
    pid: gateway.pid,
    address: {
      protocol: 'graphql-ws',
      url: gateway.url.replace('http', 'ws'),
      subscribe: Array.from({ length: topics }, (_, topic) =>
        Array.from({ length: operations }, (_, operation) => ({ query: query(operation), variables: { topic } })),
      ),
    },
    publish: (topic) => void subgraphs.send(topic),
  }
}
