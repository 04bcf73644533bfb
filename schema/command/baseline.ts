import type { Approval } from '../check/judge.ts'
import { composedState, type State } from '../check/state.ts'
import type { Project } from '../project/project.ts'
import type { ReadSubgraphs } from '../project/readSubgraphs.ts'
import { approvalsById } from '../registry/approvals.ts'
import { withRegistry } from '../registry/openRegistry.ts'
import { stateOf } from '../registry/publish.ts'
import { readCurrent } from '../registry/versions.ts'
import { stateAgainst } from './against.ts'
import { text, type FlagValues, type Io } from './command.ts'
import { environmentIn } from './environmentOf.ts'
import { requireEnvironment } from './knownEnvironment.ts'

export interface Baseline {
  before: State | undefined
  /** What the project has now; beside it, from the registry, what other projects have published. */
  after: State
  approvals: ReadonlyMap<string, Approval>
}

/** What the working tree is compared with, and the changes that somebody answers for there. */
export async function baselineOf(
  io: Io,
  project: Project,
  { flags, read }: { flags: FlagValues; read: ReadSubgraphs },
): Promise<Baseline> {
  const against = text(flags, 'against')
  const after = composedState('the working tree', read)
  if (against === undefined) return { before: undefined, after, approvals: new Map() }
  const environment = environmentIn(against)
  if (environment === undefined) return { before: stateAgainst(project, against), after, approvals: new Map() }
  return withRegistry(io.env, text(flags, 'registry'), async (registry) => {
    await requireEnvironment(registry, environment)
    const before = stateOf((await readCurrent(registry, environment))!)
    const approvals = await approvalsById(registry, environment)
    return { before, after: composedState(after.name, besideOthers(read, before)), approvals }
  })
}

/** As a publication would find it: the subgraphs of other projects stay as they are. */
function besideOthers({ subgraphs, findings }: ReadSubgraphs, { subgraphs: published = [] }: State): ReadSubgraphs {
  // A file that cannot be read may be any subgraph's: then there is nothing to compose anyway.
  if (findings.length > 0) return { subgraphs, findings }
  const others = published.filter(({ name }) => subgraphs.every((own) => own.name !== name))
  return { subgraphs: [...subgraphs, ...others].sort((a, b) => (a.name < b.name ? -1 : 1)), findings }
}
