import { approve, listApprovals, withdraw } from '../../registry/approvals.ts'
import { withRegistry } from '../../registry/openRegistry.ts'
import { approveInProject } from '../approveInProject.ts'
import { isSet, projectFlags, projectOptions, text, type Command } from '../command.ts'
import { environmentOf, registryFlags, registryOptions } from '../environmentOf.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { requireEnvironment } from '../knownEnvironment.ts'
import { signatureOf } from '../signature.ts'

export const approveCommand: Command = {
  does: 'lets breaking changes pass that somebody answers for, by the ids that a check shows',
  usage: '[--environment NAME] --reason TEXT ID …',
  flags: {
    'environment NAME': 'in the registry, for this environment (-e); without it, in the project file, for everyone',
    'registry ADDRESS': registryFlags['registry ADDRESS'],
    'config FILE': projectFlags['config FILE'],
    'reason TEXT': 'why it may break; stands in the changelog',
    'by NAME': 'who answers for it; default GITHUB_ACTOR, git user.name, the account',
    list: 'shows the approvals there are; in the registry, those that no version has made use of yet',
    withdraw: 'takes the approvals of these ids back',
  },
  options: {
    ...registryOptions,
    config: projectOptions.config,
    reason: { type: 'string' },
    by: { type: 'string' },
    list: { type: 'boolean' },
    withdraw: { type: 'boolean' },
  },
  words: 100,
  async run(io, flags, ids) {
    const wrong = ids.find((id) => !/^[0-9a-f]{10}$/.test(id))
    if (wrong !== undefined) throw new WrongUse(`"${wrong}" is no id: a check shows ten digits from 0 to f under "id".`)
    const isList = isSet(flags, 'list')
    const reason = text(flags, 'reason')?.trim()
    if (!isList && ids.length === 0) throw new WrongUse('Which changes? Give the ids that the check shows.')
    if (!isList && !isSet(flags, 'withdraw') && !reason) throw new WrongUse('Why may it break? Say so: --reason "…"')
    if (text(flags, 'environment') === undefined) return approveInProject(io, flags, ids, reason)
    const environment = environmentOf(flags)
    return withRegistry(io.env, text(flags, 'registry'), async (registry) => {
      await requireEnvironment(registry, environment)
      if (isList) {
        const given = await listApprovals(registry, environment)
        if (given.length === 0) io.out(`${environment} has no approvals.\n`)
        for (const { changeId, by, reason: why } of given) io.out(`${changeId}  ${by}: ${why}\n`)
        return exitCodes.ok
      }
      if (isSet(flags, 'withdraw')) {
        for (const id of ids) {
          const was = await withdraw(registry, environment, id)
          io.out(
            was ? `${id} is no longer approved in ${environment}.\n` : `${id} was not approved in ${environment}.\n`,
          )
        }
        return exitCodes.ok
      }
      const { author, note } = signatureOf(io, flags, reason!)
      for (const id of ids) await approve(registry, environment, id, { by: author, reason: note })
      io.out(`${ids.join(', ')} may pass in ${environment}, once: ${author} answers for it.\n`)
      return exitCodes.ok
    })
  },
}
