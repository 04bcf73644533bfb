import { execFileSync } from 'node:child_process'
import type { Signature } from '../registry/registry.ts'
import { text, type FlagValues, type Io } from './command.ts'
import { WrongUse } from './faults.ts'

/** Who does it, and why: from the flags, else from what is around (GitHub, git, the account). */
export function signatureOf(io: Io, flags: FlagValues, note: string): Signature {
  const author = text(flags, 'by') ?? io.env['GITHUB_ACTOR'] ?? gitUser(io.cwd) ?? io.env['USER'] ?? 'unknown'
  if (author.length > 200) throw new WrongUse('--by takes at most 200 characters.')
  if (note.length > 1_000) throw new WrongUse('A note or reason takes at most 1000 characters.')
  return { author, note }
}

function gitUser(cwd: string): string | undefined {
  try {
    return (
      execFileSync('git', ['config', 'user.name'], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || undefined
    )
  } catch {
    return undefined
  }
}
