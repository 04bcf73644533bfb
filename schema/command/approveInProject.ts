import { changeApprovals } from '../project/projectApprovals.ts'
import { isSet, text, type FlagValues, type Io } from './command.ts'
import { exitCodes, type ExitCode } from './faults.ts'
import { signatureOf } from './signature.ts'

/** `parley schema approve` without an environment: in the project's file, for checks against a git ref or a file. */
export function approveInProject(
  io: Io,
  flags: FlagValues,
  ids: readonly string[],
  reason: string | undefined,
): ExitCode {
  const config = text(flags, 'config')
  if (isSet(flags, 'list')) {
    const { file, before } = changeApprovals(io.cwd, config, (approvals) => approvals)
    if (before.length === 0) io.out(`${file} has no approvals.\n`)
    for (const { id, by, reason: why } of before) io.out(`${id}  ${by}: ${why}\n`)
    return exitCodes.ok
  }
  if (isSet(flags, 'withdraw')) {
    const { file, before } = changeApprovals(io.cwd, config, (all) => all.filter(({ id }) => !ids.includes(id)))
    for (const id of ids) {
      const was = before.some((one) => one.id === id)
      io.out(was ? `${id} is no longer approved in ${file}.\n` : `${id} was not approved in ${file}.\n`)
    }
    return exitCodes.ok
  }
  const { author: by, note } = signatureOf(io, flags, reason ?? '')
  const { file } = changeApprovals(io.cwd, config, (all) => [
    ...all.filter(({ id }) => !ids.includes(id)),
    ...ids.map((id) => ({ id, by, reason: note })),
  ])
  io.out(`${ids.join(', ')} may pass: it stands in ${file}, ${by} answers for it. Commit it with the change.\n`)
  return exitCodes.ok
}
