/**
 * The subgraphs of both graphs in a process of their own, the same for every router: the chat's three on SQLite, and the
 * shop's four over fixed data. It counts the requests that reach them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layFoundation } from '../../cli/foundation.ts'
import { createSubgraphs } from '../../cli/roles/subgraph.ts'
import { readConfig } from '../../platform/config/index.ts'
import { migrate } from '../../platform/database/index.ts'
import { listenSubgraph, type Subgraph } from '../../platform/subgraph/index.ts'
import { fixedSubgraph } from './fixedSubgraph.ts'
import { shopGraph } from './graphs.ts'

/** The address of each subgraph, sent to the parent once all listen. */
export type SubgraphUrls = Record<string, string>

/** Since the last report: requests that came, and processor time in microseconds. */
export interface SubgraphReport {
  requests: number
  cpu: number
}

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
process.once('disconnect', () => process.exit())

const foundation = layFoundation(readConfig({}, { PARLEY_DATA: folder, PARLEY_LOG_LEVEL: 'error' }))
await migrate(foundation.database('users'))
await migrate(foundation.database('conversations'))
const { logger, metrics } = foundation
const { subgraphs: chat } = await createSubgraphs(foundation)
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
for (const subgraph of [...Object.values<Subgraph>(chat), ...shop]) {
  const options = { port: 0, host: '127.0.0.1', checks: {}, metrics, logger }
  const { port } = await listenSubgraph(counted(subgraph), options)
  urls[subgraph.name] = `http://127.0.0.1:${port}/graphql`
}

let since = process.cpuUsage()
process.on('message', () => {
  const { user, system } = process.cpuUsage(since)
  process.send!({ requests, cpu: user + system } satisfies SubgraphReport)
  since = process.cpuUsage()
  requests = 0
})
process.send!(urls)
