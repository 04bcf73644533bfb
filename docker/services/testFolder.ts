import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isRunning } from './identity.ts'
import type { ProcessIdentity } from './identity.ts'
import { down } from './services.ts'
import { repositoryRoot } from './state.ts'

const parent = join(repositoryRoot, '.services-test')
const ownerFile = (folder: string) => join(folder, 'owner.json')

/** A folder for this run alone: test runs of one checkout may overlap, and none may take down another's services. */
export function claimTestFolder(): string {
  const folder = join(parent, String(process.pid))
  mkdirSync(folder, { recursive: true })
  writeFileSync(ownerFile(folder), JSON.stringify(identify(process.pid)))
  process.once('exit', () => remove(folder))
  return folder
}

/** Takes down what runs left behind that were killed before they could. */
export async function sweepTestFolders(): Promise<void> {
  for (const name of namesIn(parent)) {
    const folder = join(parent, name)
    if (ownerRuns(folder)) continue
    await down(folder)
    remove(folder)
  }
}

function ownerRuns(folder: string): boolean {
  try {
    return isRunning(JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as ProcessIdentity)
  } catch {
    return false
  }
}

function remove(folder: string): void {
  rmSync(ownerFile(folder), { force: true })
  for (const emptied of [folder, parent]) {
    try {
      rmdirSync(emptied)
    } catch {
      return // something else is in it, or it is gone
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
