import { withRegistry } from '../../registry/openRegistry.ts'
import { rollBack } from '../../registry/rollBack.ts'
import { text, type Command } from '../command.ts'
import { environmentOf, registryFlags, registryOptions } from '../environmentOf.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { requireEnvironment } from '../knownEnvironment.ts'
import { signatureOf } from '../signature.ts'

export const rollbackCommand: Command = {
  does: 'brings an earlier version back at once, by default the one before; routers serve it',
  usage: '--environment NAME [--to VERSION] [--note TEXT]',
  flags: {
    ...registryFlags,
    'to VERSION': 'its number; default the version before the one that is served',
    'note TEXT': 'what the changelog says about it',
    'by NAME': 'who does it; default GITHUB_ACTOR, git user.name, the account',
  },
  options: { ...registryOptions, to: { type: 'string' }, note: { type: 'string' }, by: { type: 'string' } },
  async run(io, flags) {
    const environment = environmentOf(flags)
    const given = text(flags, 'to')
    if (given !== undefined && !/^\d{1,9}$/.test(given)) throw new WrongUse(`--to "${given}": the number of a version.`)
    const to = given === undefined ? undefined : Number(given)
    const signature = signatureOf(io, flags, text(flags, 'note') ?? '')
    const { number, restores, changes } = await withRegistry(io.env, text(flags, 'registry'), async (registry) => {
      await requireEnvironment(registry, environment)
      return rollBack(registry, { environment, to, signature })
    })
    io.out(`${environment} serves version ${restores} again, as version ${number}.\n`)
    const breaking = changes.filter(({ criticality }) => criticality === 'breaking')
    if (breaking.length > 0) io.out('Clients that use what came since then are hit:\n')
    for (const { message } of breaking.slice(0, 20)) io.out(`  ${message}\n`)
    return exitCodes.ok
  },
}
