import { lintSubgraphs } from '../../lint/lintSubgraphs.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { projectFlags, projectOptions, reportFlags, reportOptions, type Command } from '../command.ts'
import { projectOf } from '../projectOf.ts'
import { writeReport } from '../writeReport.ts'

export const lintCommand: Command = {
  does: 'says how the schemas are written: names, descriptions, deprecations, pages, nulls',
  usage: '',
  flags: { ...projectFlags, ...reportFlags },
  options: { ...projectOptions, ...reportOptions },
  async run(io, flags) {
    const project = projectOf(io, flags)
    const { subgraphs, findings } = readSubgraphs(project)
    const found = await lintSubgraphs(subgraphs, project.settings.lint)
    const title = `${subgraphs.length} subgraph${subgraphs.length === 1 ? '' : 's'}`
    return writeReport(io, flags, { title, findings: [...findings, ...found] }, project.root)
  },
}
