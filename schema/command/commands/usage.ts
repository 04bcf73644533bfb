import { GraphQLObjectType, GraphQLInterfaceType, parse, printSchema, Source, type GraphQLSchema } from 'graphql'
import { composedState } from '../../check/state.ts'
import { emptyProject } from '../../project/projectFile.ts'
import type { Project } from '../../project/project.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { withRegistry } from '../../registry/openRegistry.ts'
import { wherePartsAre } from '../../report/wherePartsAre.ts'
import { clientName } from '../../usage/recordedUse.ts'
import { usageTotals, type UsageTotal } from '../../usage/usageTotals.ts'
import { didYouMean } from '../didYouMean.ts'
import { isSet, projectFlags, projectOptions, text, type Command, type FlagValues, type Io } from '../command.ts'
import { registryFlags, registryOptions, environmentOf } from '../environmentOf.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { requireEnvironment } from '../knownEnvironment.ts'
import { projectOf } from '../projectOf.ts'
import { daysOf, usageOf } from '../usageOf.ts'
import { workingTree } from '../../project/workingTree.ts'

export const usageCommand: Command = {
  does: 'shows what clients ask for: requests by field and operation, or fields that nobody asks for',
  usage: '--environment NAME | --usage FILE  [--field Type.field] [--unused] [--deprecated]',
  flags: {
    ...registryFlags,
    'usage FROM': 'registry:ENVIRONMENT, or a file that a router writes; may be given again',
    'field COORDINATE': 'only what uses this, such as Query.products or Color.RED, and who does',
    operations: 'by operation, not by field',
    unused: "fields of the project's API that nobody has asked for",
    deprecated: "deprecated fields of the project's API, and who still asks for them",
    'days N': 'how many days back; default 30',
    'format FORMAT': 'text (default) or json',
    ...Object.fromEntries(Object.entries(projectFlags).filter(([name]) => !name.startsWith('operations'))),
  },
  options: {
    ...projectOptions,
    ...registryOptions,
    usage: { type: 'string', multiple: true },
    field: { type: 'string' },
    operations: { type: 'boolean' },
    unused: { type: 'boolean' },
    deprecated: { type: 'boolean' },
    days: { type: 'string' },
    format: { type: 'string' },
  },
  async run(io, flags) {
    const needsApi = isSet(flags, 'unused') || isSet(flags, 'deprecated')
    const project = needsApi ? projectOf(io, { ...flags, operations: undefined }) : projectIfAny(io, flags)
    const environment = flags['environment'] === undefined ? undefined : environmentOf(flags)
    const counts = await usageOf(io, project, environment ? { ...flags, usage: [`registry:${environment}`] } : flags)
    if (!counts)
      throw new WrongUse('Whose usage? Name an environment (--environment production) or a file (--usage usage.jsonl).')
    if (environment !== undefined && counts.length === 0) {
      await withRegistry(io.env, text(flags, 'registry'), (registry) => requireEnvironment(registry, environment))
    }
    const totals = usageTotals(counts, isSet(flags, 'operations') ? 'operation' : 'field')
    const field = text(flags, 'field')
    const shown = needsApi
      ? ofApi(apiOfProject(project), totals, isSet(flags, 'unused'))
      : totals.filter(({ name }) => field === undefined || name === field)
    if (field !== undefined && shown.length === 0) requireCoordinate(field, project)
    const days = daysOf(flags, project)
    const format = text(flags, 'format') ?? 'text'
    if (format === 'json') io.out(`${JSON.stringify({ days, usage: shown }, undefined, 2)}\n`)
    else if (format === 'text') io.out(usageText(shown, days, field))
    else throw new WrongUse(`--format "${format}": there are text and json.`)
    return exitCodes.ok
  },
}

/** Usage can be looked at from anywhere; a project only adds where it is kept. */
function projectIfAny(io: Io, flags: FlagValues): Project {
  try {
    return projectOf(io, { ...flags, operations: undefined })
  } catch (error) {
    if (!(error instanceof WrongUse) || flags['config'] !== undefined) throw error
    return { root: io.cwd, settings: emptyProject(), tree: workingTree(io.cwd), where: {} }
  }
}

function apiOfProject(project: Project): GraphQLSchema {
  const { api, findings } = composedState('the working tree', readSubgraphs(project))
  if (!api) throw new WrongUse(`The project does not compose: ${findings[0]?.message ?? ''} See: parley schema compose`)
  return api
}

/** A name that was mistyped must not read as one that nobody needs. */
function requireCoordinate(field: string, project: Project): void {
  if (Object.keys(project.where).length === 0) return
  const { api } = composedState('the working tree', readSubgraphs(project))
  if (!api) return
  const parts = wherePartsAre([parse(new Source(printSchema(api), 'the API'))])
  const members = [...parts.keys()].filter((name) => name.includes('.'))
  if (members.includes(field)) return
  throw new WrongUse(
    `Nobody asked for ${field}, and it is no field, argument or value of the project's API.${didYouMean(field, members)}`,
  )
}

function ofApi(api: GraphQLSchema, totals: readonly UsageTotal[], unused: boolean): UsageTotal[] {
  const known = new Map(totals.map((total) => [total.name, total]))
  const fields = Object.values(api.getTypeMap()).flatMap((type) =>
    !type.name.startsWith('__') && (type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType)
      ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field }))
      : [],
  )
  return fields
    .filter(({ name, field }) => (unused ? !known.has(name) : field.deprecationReason !== undefined))
    .map(({ name }) => known.get(name) ?? { name, requests: 0, clients: [], operations: [] })
}

const MOST_LINES = 200

function usageText(totals: readonly UsageTotal[], days: number, field: string | undefined): string {
  if (totals.length === 0)
    return `${field ?? 'Nothing'} was ${field ? 'not ' : ''}asked for in the last ${days} days.\n`
  const width = Math.min(60, Math.max(...totals.map(({ name }) => name.length)))
  const lines = totals.slice(0, MOST_LINES).map(({ name, requests, clients }) => {
    const who = clients
      .slice(0, 3)
      .map(({ client, requests: by }) => `${clientName(client)} (${by.toLocaleString('en')})`)
    const more = clients.length > 3 ? `, ${clients.length - 3} more` : ''
    return `${name.padEnd(width)} ${requests.toLocaleString('en').padStart(12)}  ${who.join(', ')}${more}`.trimEnd()
  })
  if (totals.length > MOST_LINES) lines.push(`… and ${totals.length - MOST_LINES} more (--format json shows all)`)
  if (field) lines.push(...(totals[0]?.operations.map((name) => `  ${name}`) ?? []))
  return `${lines.join('\n')}\n`
}
