/** The three subgraphs on SQLite in a process of their own, so that the router's processor time is the router's alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layFoundation } from '../../cli/foundation.ts'
import { createSubgraphs } from '../../cli/roles/subgraph.ts'
import { readConfig } from '../../platform/config/index.ts'
import { migrate } from '../../platform/database/index.ts'
import { listenSubgraph, type Subgraph } from '../../platform/subgraph/index.ts'

/** Sent to the parent once all listen. */
export interface SubgraphUrls {
  subgraphs: Record<string, string>
  jwks: string
}

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
process.once('disconnect', () => process.exit())

const foundation = layFoundation(readConfig({}, { PARLEY_DATA: folder, PARLEY_LOG_LEVEL: 'error' }))
await migrate(foundation.database('users'))
await migrate(foundation.database('conversations'))
const { logger, metrics } = foundation
const { subgraphs, jwks } = await createSubgraphs(foundation)
const urls: SubgraphUrls = { subgraphs: {}, jwks: '' }
for (const [name, subgraph] of Object.entries<Subgraph>(subgraphs)) {
  const options = { port: 0, host: '127.0.0.1', checks: {}, metrics, logger, jwks }
  const { port } = await listenSubgraph(subgraph, options)
  urls.subgraphs[name] = `http://127.0.0.1:${port}/graphql`
  urls.jwks = `http://127.0.0.1:${port}/.well-known/jwks.json`
}
process.send!(urls)
