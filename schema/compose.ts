import { fileURLToPath } from 'node:url'
import { composedState } from './check/state.ts'
import { outputsOf } from './composition/outputs.ts'
import { openProject } from './project/openProject.ts'
import { readSubgraphs } from './project/readSubgraphs.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * What Parley's own subgraphs compose to, by the files that hold it (`npm run schema` writes them).
 * @throws Error  whose message lists each composition error with its code
 */
export function compose(): Record<string, string> {
  const { settings, tree, ...project } = openProject({}, root)
  const { supergraph, api, findings } = composedState('the working tree', readSubgraphs({ settings, tree, ...project }))
  if (supergraph === undefined || !api) {
    const lines = findings.map(({ rule, message }) => `  ${rule}: ${message}`)
    throw new Error(`The subgraphs do not compose:\n${lines.join('\n')}`)
  }
  return outputsOf({ supergraph, api }, settings, tree)
}
