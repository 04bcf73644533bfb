/**
 * The subgraphs of both graphs in a process of their own, the same for every router: the chat's three on SQLite, and the
 * shop's four over fixed data. It counts the requests that reach them.
 */
import { openChatSubgraphs } from '../chatSubgraphs.ts'
import type { Subgraph } from '../../platform/subgraph/index.ts'
import { fixedSubgraph } from './fixedSubgraph.ts'
import { shopGraph } from './graphs.ts'

/** The address of each subgraph, sent to the parent once all listen. */
export type SubgraphUrls = Record<string, string>

/** Since the last report: requests that came, and processor time in microseconds. */
export interface SubgraphReport {
  requests: number
  cpu: number
}

const { subgraphs: chat, listen } = await openChatSubgraphs()
const shop = [...shopGraph().schemas].map(([name, schema]) => fixedSubgraph(name, schema))

let requests = 0
const counted = (subgraph: Subgraph): Subgraph => ({
  ...subgraph,
  execute: (request) => {
    requests++
    return subgraph.execute(request)
  },
})

const urls: SubgraphUrls = {}
for (const subgraph of [...chat, ...shop]) urls[subgraph.name] = `${await listen(counted(subgraph))}/graphql`

let since = process.cpuUsage()
process.on('message', () => {
  const { user, system } = process.cpuUsage(since)
  process.send!({ requests, cpu: user + system } satisfies SubgraphReport)
  since = process.cpuUsage()
  requests = 0
})
process.send!(urls)
