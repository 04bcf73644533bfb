import type { Project } from '../project/project.ts'
import { registryUsageStore } from '../registry/registryUsage.ts'
import { withRegistry } from '../registry/openRegistry.ts'
import { parseUsage } from '../usage/usageFile.ts'
import type { Finding } from '../report/finding.ts'
import { daysAgo, type UsageCount } from '../usage/usageStore.ts'
import { text, texts, type FlagValues, type Io } from './command.ts'
import { environmentIn } from './environmentOf.ts'
import { WrongUse } from './faults.ts'

/** The days that recorded usage is looked back, as the flag or the project says. */
export function daysOf(flags: FlagValues, { settings }: Pick<Project, 'settings'>): number {
  const given = text(flags, 'days')
  if (given === undefined) return settings.usageDays
  if (!/^\d{1,4}$/.test(given) || Number(given) < 1) throw new WrongUse(`--days "${given}": a number from 1 to 9999.`)
  return Number(given)
}

/**
 * What routers have recorded, from every place that the flags or the project name; undefined when they name none. Nothing
 * at all in those days proves nothing: then it is as if there were no records, and a finding says so.
 */
export async function evidenceOfUsage(
  io: Io,
  project: Project,
  flags: FlagValues,
): Promise<{ usage: UsageCount[] | undefined; findings: Finding[] }> {
  const usage = await usageOf(io, project, flags)
  if (usage === undefined || usage.length > 0) return { usage, findings: [] }
  const nothing: Finding = {
    level: 'warning',
    kind: 'operation',
    rule: 'NO_RECORDED_USAGE',
    message:
      `No request was recorded in ${placesOf(project, flags).join(', ')} in the last ${daysOf(flags, project)} days, ` +
      'so usage proves nothing.',
    remedy: 'See that a router counts (PARLEY_USAGE), and that it counts there.',
  }
  return { usage: undefined, findings: [nothing] }
}

const placesOf = ({ settings }: Project, flags: FlagValues) => texts(flags, 'usage') ?? settings.usage

/** What routers have recorded; undefined when neither the flags nor the project say where. */
export async function usageOf(io: Io, project: Project, flags: FlagValues): Promise<UsageCount[] | undefined> {
  const places = placesOf(project, flags)
  const since = daysAgo(daysOf(flags, project))
  if (places.length === 0) return undefined
  const all = places.map((place) => readPlace(io, project, { place, since, registry: text(flags, 'registry') }))
  return (await Promise.all(all)).flat()
}

async function readPlace(
  io: Io,
  { tree }: Project,
  { place, since, registry: address }: { place: string; since: string; registry: string | undefined },
): Promise<UsageCount[]> {
  const environment = environmentIn(place)
  if (environment !== undefined) {
    return withRegistry(io.env, address, (registry) => registryUsageStore(registry, environment, Infinity).since(since))
  }
  const files = tree.files(place)
  if (files.length === 0) throw new WrongUse(`There is no recorded usage: no file fits ${place}.`)
  return files.flatMap((file) => {
    try {
      return parseUsage(tree.read(file), file).filter(({ day }) => day >= since)
    } catch (error) {
      throw new WrongUse((error as Error).message)
    }
  })
}
