import { openProject } from '../project/openProject.ts'
import type { Project } from '../project/project.ts'
import { readOperations, type CommittedOperation } from '../uses/operations.ts'
import type { Finding } from '../report/finding.ts'
import { text, texts, type FlagValues, type Io } from './command.ts'

/** The project that the flags of a command name. */
export const projectOf = (io: Io, flags: FlagValues): Project =>
  openProject(
    {
      config: text(flags, 'config'),
      subgraph: texts(flags, 'subgraph'),
      url: texts(flags, 'url'),
      operations: texts(flags, 'operations'),
    },
    io.cwd,
  )

/** `operations` is undefined where the project names none: then nothing is known of its clients. */
export function operationsOf({ settings, tree }: Project): {
  operations: CommittedOperation[] | undefined
  findings: Finding[]
} {
  if (settings.operations.length === 0) return { operations: undefined, findings: [] }
  return readOperations(tree, settings.operations)
}
