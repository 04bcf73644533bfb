import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { withRegistry } from '../../registry/openRegistry.ts'
import { publish, type Published } from '../../registry/publish.ts'
import { registryUsageStore } from '../../registry/registryUsage.ts'
import { daysAgo } from '../../usage/usageStore.ts'
import { projectFlags, projectOptions, reportFlags, reportOptions, text, texts, type Command } from '../command.ts'
import { environmentOf, registryFlags, registryOptions } from '../environmentOf.ts'
import { failOnOf } from '../failOn.ts'
import { WrongUse } from '../faults.ts'
import { operationsOf, projectOf } from '../projectOf.ts'
import { signatureOf } from '../signature.ts'
import { daysOf } from '../usageOf.ts'
import { writeReport } from '../writeReport.ts'

export const publishCommand: Command = {
  does: 'puts schemas into the registry, checked; routers of the environment serve them from then on',
  usage: '--environment NAME [--only SUBGRAPH …] [--remove SUBGRAPH …] [--note TEXT]',
  flags: {
    ...registryFlags,
    'only SUBGRAPH': 'of the project, this subgraph alone; may be given again',
    'remove SUBGRAPH': 'a subgraph that is no more; may be given again',
    'note TEXT': 'what the changelog says about it',
    'by NAME': 'who publishes; default GITHUB_ACTOR, git user.name, the account',
    'fail-on WHAT': 'used (default), breaking, dangerous: as of check',
    'days N': 'how many days of recorded usage count; default 30',
    ...projectFlags,
    ...reportFlags,
  },
  options: {
    ...registryOptions,
    only: { type: 'string', multiple: true },
    remove: { type: 'string', multiple: true },
    note: { type: 'string' },
    by: { type: 'string' },
    'fail-on': { type: 'string' },
    days: { type: 'string' },
    ...projectOptions,
    ...reportOptions,
  },
  async run(io, flags) {
    const environment = environmentOf(flags)
    const project = projectOf(io, flags)
    const read = readSubgraphs(project)
    const only = texts(flags, 'only')
    const remove = texts(flags, 'remove') ?? []
    const names = read.subgraphs.map(({ name }) => name)
    const stranger = only?.find((name) => !names.includes(name))
    if (stranger && read.findings.length === 0) {
      throw new WrongUse(`The project has no subgraph "${stranger}". It has: ${names.join(', ')}.`)
    }
    const both = only?.find((name) => remove.includes(name))
    if (both) throw new WrongUse(`--only and --remove both name "${both}".`)
    const { operations, findings } = operationsOf(project)
    const broken = [...read.findings, ...findings]
    if (broken.length > 0)
      return writeReport(io, flags, { title: `not published to ${environment}`, findings: broken }, project.root)
    const subgraphs = read.subgraphs.filter(({ name }) => (only ? only.includes(name) : !remove.includes(name)))
    const settings = { ...project.settings, failOn: failOnOf(flags, project) }
    const signature = signatureOf(io, flags, text(flags, 'note') ?? '')
    const since = daysAgo(daysOf(flags, project))
    const published = await withRegistry(
      io.env,
      text(flags, 'registry'),
      async (registry) => {
        const recorded = await registryUsageStore(registry, environment, Infinity).since(since)
        // Of an environment where nothing was ever counted, the counts prove nothing.
        const usage = recorded.length > 0 ? recorded : undefined
        return publish(registry, { environment, subgraphs, remove, operations, usage, settings, signature })
      },
      { make: true },
    )
    return writeReport(
      io,
      flags,
      { title: titleOf(environment, published), findings: published.findings },
      project.root,
    )
  },
}

function titleOf(environment: string, published: Published): string {
  if (published.outcome === 'published') return `published as version ${published.number} of ${environment}`
  if (published.outcome === 'unchanged')
    return `${environment} has these schemas already, as version ${published.number}`
  return `not published, ${environment} stays as it is`
}
