import { withRegistry } from '../../registry/openRegistry.ts'
import type { VersionSummary } from '../../registry/registry.ts'
import { listVersions } from '../../registry/versions.ts'
import { isSet, text, type Command } from '../command.ts'
import { environmentOf, registryFlags, registryOptions } from '../environmentOf.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { requireEnvironment } from '../knownEnvironment.ts'

const MOST_VERSIONS = 1_000

export const changelogCommand: Command = {
  does: 'lists the versions of an environment: when, by whom, what changed, who approved it',
  usage: '--environment NAME [--last N]',
  flags: {
    ...registryFlags,
    'last N': 'how many versions, the newest first; default 10',
    'format FORMAT': 'text (default) or json',
    verbose: 'safe changes too',
  },
  options: {
    ...registryOptions,
    last: { type: 'string' },
    format: { type: 'string' },
    verbose: { type: 'boolean' },
  },
  async run(io, flags) {
    const environment = environmentOf(flags)
    const last = text(flags, 'last') ?? '10'
    if (!/^\d{1,4}$/.test(last) || Number(last) < 1)
      throw new WrongUse(`--last "${last}": a number from 1 to ${MOST_VERSIONS}.`)
    const format = text(flags, 'format') ?? 'text'
    if (!['text', 'json'].includes(format)) throw new WrongUse(`--format "${format}": there are text and json.`)
    const versions = await withRegistry(io.env, text(flags, 'registry'), async (registry) => {
      await requireEnvironment(registry, environment)
      return listVersions(registry, environment, Math.min(Number(last), MOST_VERSIONS))
    })
    if (format === 'json') io.out(`${JSON.stringify(versions, undefined, 2)}\n`)
    else io.out(versions.map((version) => versionText(version, isSet(flags, 'verbose'))).join('\n'))
    return exitCodes.ok
  },
}

function versionText({ number, restores, author, note, createdAt, changes }: VersionSummary, all: boolean): string {
  const at = new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')
  const title = `${number}  ${at} UTC  ${author}${restores === undefined ? '' : `  (version ${restores} again)`}`
  const shown = changes.filter(({ criticality }) => all || criticality !== 'safe')
  const hidden = changes.length - shown.length
  const lines = [
    ...(note ? [`   ${note}`] : []),
    ...shown.map(({ criticality, message, approval }) => {
      const answered = approval ? ` Approved by ${approval.by}: ${approval.reason}` : ''
      return `   ${criticality.padEnd(9)} ${message}${answered}`
    }),
    ...(hidden > 0
      ? [`   ${hidden} safe change${hidden === 1 ? '' : 's'}${all ? '' : ' (--verbose shows them)'}`]
      : []),
  ]
  return `${[title, ...lines].join('\n')}\n`
}
