import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withRegistry } from '../../registry/openRegistry.ts'
import { readCurrent, readSupergraph, readVersion } from '../../registry/versions.ts'
import { text, type Command } from '../command.ts'
import { environmentOf, registryFlags, registryOptions } from '../environmentOf.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { requireEnvironment } from '../knownEnvironment.ts'

export const fetchCommand: Command = {
  does: 'prints what an environment serves: the supergraph, or the schema of one subgraph',
  usage: '--environment NAME [--version N] [--only SUBGRAPH] [--out FILE]',
  flags: {
    ...registryFlags,
    'version N': 'an earlier one; default the one that is served',
    'only SUBGRAPH': 'the schema of this subgraph, as it was published',
    'out FILE': 'into a file, not on standard output',
  },
  options: {
    ...registryOptions,
    version: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
  async run(io, flags) {
    const environment = environmentOf(flags)
    const number = text(flags, 'version')
    if (number !== undefined && !/^\d{1,9}$/.test(number))
      throw new WrongUse(`--version "${number}": the number of a version.`)
    const only = text(flags, 'only')
    const sdl = await withRegistry(io.env, text(flags, 'registry'), async (registry) => {
      await requireEnvironment(registry, environment)
      const version = await (number === undefined
        ? readCurrent(registry, environment)
        : readVersion(registry, environment, Number(number)))
      if (!version) throw new WrongUse(`${environment} has no version ${number}.`)
      if (only === undefined) return readSupergraph(registry, version)
      const found = version.subgraphs.find(({ name }) => name === only)
      if (found) return found.sdl
      throw new WrongUse(
        `${environment} has no subgraph "${only}": it has ${version.subgraphs.map(({ name }) => name).join(', ')}.`,
      )
    })
    const out = text(flags, 'out')
    if (out === undefined) io.out(sdl)
    else writeFileSync(resolve(io.cwd, out), sdl)
    return exitCodes.ok
  },
}
