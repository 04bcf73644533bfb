import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layFoundation } from '../cli/foundation.ts'
import { createSubgraphs } from '../cli/roles/subgraph.ts'
import { readConfig } from '../platform/config/index.ts'
import { migrate } from '../platform/database/index.ts'
import { listenSubgraph, type Subgraph } from '../platform/subgraph/index.ts'

/**
 * The chat's three subgraphs on SQLite, for a process that has nothing but subgraphs: it ends with its parent, and takes
 * their data along. `listen` resolves with the origin at which a subgraph then answers, and the keys of its tokens.
 */
export async function openChatSubgraphs() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.once('disconnect', () => process.exit())

  const foundation = layFoundation(readConfig({}, { PARLEY_DATA: folder, PARLEY_LOG_LEVEL: 'error' }))
  await migrate(await foundation.database('users'))
  await migrate(await foundation.database('conversations'))
  const { logger, metrics } = foundation
  const { subgraphs, jwks } = await createSubgraphs(foundation)
  const listen = async (subgraph: Subgraph): Promise<string> => {
    const options = { port: 0, host: '127.0.0.1', checks: {}, metrics, logger, jwks }
    return `http://127.0.0.1:${(await listenSubgraph(subgraph, options)).port}`
  }
  return { subgraphs: Object.values<Subgraph>(subgraphs), listen }
}
