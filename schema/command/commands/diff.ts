import { compareApis } from '../../changes/compareApis.ts'
import type { ApiChange } from '../../changes/apiChange.ts'
import type { State } from '../../check/state.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import type { Finding } from '../../report/finding.ts'
import { placesNear } from '../../report/placesNear.ts'
import { baselineOf } from '../baseline.ts'
import { projectFlags, projectOptions, reportFlags, reportOptions, text, type Command } from '../command.ts'
import { registryFlags, registryOptions } from '../environmentOf.ts'
import { WrongUse } from '../faults.ts'
import { projectOf } from '../projectOf.ts'
import { writeReport } from '../writeReport.ts'

export const diffCommand: Command = {
  does: 'lists every change of the API, breaking, dangerous and safe; fails for none of them',
  usage: '--against REF|FILE|registry:ENVIRONMENT',
  flags: {
    'against WHAT': 'what to compare with: a git ref, a file (composed schema or API), or registry:ENVIRONMENT',
    'registry ADDRESS': registryFlags['registry ADDRESS'],
    ...projectFlags,
    ...reportFlags,
  },
  options: { against: { type: 'string' }, registry: registryOptions.registry, ...projectOptions, ...reportOptions },
  async run(io, flags) {
    const against = text(flags, 'against')
    if (against === undefined)
      throw new WrongUse('Compare with what? Give --against, as in: parley schema diff --against main')
    const project = projectOf(io, flags)
    const { before, after } = await baselineOf(io, project, { flags, read: readSubgraphs(project) })
    const problems = [...after.findings.filter(isError), ...(before?.findings.filter(isError) ?? [])]
    const placeNear = placesNear(after.subgraphs ?? [], before?.subgraphs ?? [])
    const changes = before?.api && after.api ? await changesBetween({ ...before, api: before.api }, after) : []
    const findings = changes.map(({ type, message, coordinate, criticality, id }): Finding => {
      const level = criticality === 'safe' ? 'notice' : 'warning'
      return {
        level,
        kind: 'change',
        rule: type,
        message,
        coordinate,
        criticality,
        id,
        at: placeNear(coordinate),
      }
    })
    const title = `${changes.length} change${changes.length === 1 ? '' : 's'} since ${against}`
    return writeReport(io, { ...flags, verbose: true }, { title, findings: [...problems, ...findings] }, project.root)
  },
}

const isError = ({ level }: Finding) => level === 'error'

const changesBetween = (before: State, after: State): Promise<ApiChange[]> => compareApis(before.api!, after.api!)
