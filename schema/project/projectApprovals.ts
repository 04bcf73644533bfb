import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CouldNotRun, WrongUse } from '../command/faults.ts'
import { parseProjectFile, PROJECT_FILE, type ProjectFile } from './projectFile.ts'

/** A breaking change that a project lets pass, as its file has it: reviewed and merged like the change itself. */
export type ProjectApproval = ProjectFile['approvals'][number]

/**
 * The approvals of a project's file, to be changed: `change` gets those there are and gives those there shall be.
 * @throws WrongUse  there is no project file
 */
export function changeApprovals(
  cwd: string,
  given: string | undefined,
  change: (approvals: readonly ProjectApproval[]) => readonly ProjectApproval[],
): { file: string; before: readonly ProjectApproval[] } {
  const name = given ?? PROJECT_FILE
  const file = resolve(cwd, name)
  if (!existsSync(file)) {
    throw new WrongUse(
      `Without an environment, an approval stands in ${name}, and there is none here. ` +
        'For one in the registry, name the environment: --environment production',
    )
  }
  const text = readFileSync(file, 'utf8')
  const { approvals: before } = parseProjectFile(text, name)
  const after = change(before)
  if (after === before) return { file: name, before }
  const json = { ...(JSON.parse(text) as object), approvals: after.length > 0 ? after : undefined }
  try {
    writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`)
  } catch (error) {
    throw new CouldNotRun(`${name} cannot be written: ${(error as Error).message}`)
  }
  return { file: name, before }
}
