import { check } from '../../check/check.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { baselineOf } from '../baseline.ts'
import { projectFlags, projectOptions, reportFlags, reportOptions, type Command } from '../command.ts'
import { registryFlags, registryOptions } from '../environmentOf.ts'
import { failOnOf } from '../failOn.ts'
import { operationsOf, projectOf } from '../projectOf.ts'
import { evidenceOfUsage } from '../usageOf.ts'
import { writeReport } from '../writeReport.ts'

export const checkCommand: Command = {
  does: 'says what a change of the schema breaks, for whom, and what to do',
  usage: '--against REF|FILE|registry:ENVIRONMENT',
  flags: {
    'against WHAT': 'what to compare with: a git ref, a file (composed schema or API), or registry:ENVIRONMENT',
    'usage FROM': 'recorded usage: registry:ENVIRONMENT, or a file that a router writes; may be given again',
    'fail-on WHAT': 'used (default): breaking changes that someone uses; breaking: any; dangerous: those too',
    'days N': 'how many days of recorded usage count; default 30',
    'registry ADDRESS': registryFlags['registry ADDRESS'],
    ...projectFlags,
    ...reportFlags,
  },
  options: {
    against: { type: 'string' },
    usage: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    days: { type: 'string' },
    registry: registryOptions.registry,
    ...projectOptions,
    ...reportOptions,
  },
  async run(io, flags) {
    const project = projectOf(io, flags)
    const read = readSubgraphs(project)
    const { operations, findings } = operationsOf(project)
    const { before, after, approvals } = await baselineOf(io, project, { flags, read })
    const { usage, findings: nothing } = await evidenceOfUsage(io, project, flags)
    const settings = { ...project.settings, failOn: failOnOf(flags, project) }
    const found = await check({ before, after, operations, usage, approvals, settings })
    const title = [
      `${read.subgraphs.length} subgraph${read.subgraphs.length === 1 ? '' : 's'}`,
      operations ? `${operations.length} operation${operations.length === 1 ? '' : 's'}` : 'no operations',
      before ? `against ${before.name}` : 'compared with nothing',
    ].join(', ')
    return writeReport(io, flags, { title, findings: [...findings, ...nothing, ...found] }, project.root)
  },
}
