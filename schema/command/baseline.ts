import type { Approval } from '../check/judge.ts'
import type { State } from '../check/state.ts'
import type { Project } from '../project/project.ts'
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
  approvals: ReadonlyMap<string, Approval>
}

/** What the working tree is compared with, and the changes that somebody answers for there. */
export async function baselineOf(io: Io, project: Project, flags: FlagValues): Promise<Baseline> {
  const against = text(flags, 'against')
  if (against === undefined) return { before: undefined, approvals: new Map() }
  const environment = environmentIn(against)
  if (environment === undefined) return { before: stateAgainst(project, against), approvals: new Map() }
  return withRegistry(io.env, text(flags, 'registry'), async (registry) => {
    await requireEnvironment(registry, environment)
    const version = (await readCurrent(registry, environment))!
    return { before: stateOf(version), approvals: await approvalsById(registry, environment) }
  })
}
