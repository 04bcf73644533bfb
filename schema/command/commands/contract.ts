import { parse, printSchema } from 'graphql'
import { composedState } from '../../check/state.ts'
import { apiOf } from '../../contracts/apiOf.ts'
import { contract, type Contract } from '../../contracts/contract.ts'
import { tagsIn } from '../../contracts/tags.ts'
import type { Project } from '../../project/project.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { isSet, projectFlags, projectOptions, reportOptions, texts, type Command, type FlagValues } from '../command.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { projectOf } from '../projectOf.ts'
import { writeReport } from '../writeReport.ts'

export const contractCommand: Command = {
  does: 'prints a supergraph that shows only what has some tags, or has not',
  usage: '[NAME] [--include TAG …] [--exclude TAG …] [--api]',
  flags: {
    'include TAG': 'only fields with one of these tags, or on a type with one; may be given again, or as a,b',
    'exclude TAG': 'nothing with one of these tags',
    api: 'prints the API that its clients see, in place of the supergraph that a router reads',
    ...projectFlags,
  },
  options: {
    include: { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    api: { type: 'boolean' },
    ...projectOptions,
    ...reportOptions,
  },
  words: 1,
  async run(io, flags, [name]) {
    const project = projectOf(io, flags)
    const rules = rulesOf(project, flags, name)
    const { supergraph, findings } = composedState('the working tree', readSubgraphs(project))
    if (supergraph === undefined) {
      return writeReport({ ...io, out: io.err }, flags, { title: 'composition', findings: [...findings] }, project.root)
    }
    const known = tagsIn(parse(supergraph))
    const stranger = [...rules.include, ...rules.exclude].find((tag) => !known.has(tag))
    if (stranger !== undefined) {
      const others = known.size > 0 ? `The tags are: ${[...known].sort().join(', ')}.` : 'There are no tags.'
      throw new WrongUse(`Nothing has the tag "${stranger}". ${others}`)
    }
    const made = contract(supergraph, rules)
    io.out(isSet(flags, 'api') ? `${printSchema(apiOf(made))}\n` : made)
    return exitCodes.ok
  },
}

/** Those of the project file by its name; flags win over them. */
function rulesOf({ settings }: Project, flags: FlagValues, name: string | undefined): Contract {
  const named = name === undefined ? undefined : settings.contracts[name]
  if (name !== undefined && !named) {
    const known = Object.keys(settings.contracts)
    throw new WrongUse(
      `There is no contract "${name}". ${known.length > 0 ? `There are: ${known.join(', ')}.` : 'The project file names none under "contracts".'}`,
    )
  }
  const tags = (flag: 'include' | 'exclude') => texts(flags, flag)?.flatMap((list) => list.split(','))
  const rules = {
    include: tags('include') ?? named?.include ?? [],
    exclude: tags('exclude') ?? named?.exclude ?? [],
  }
  if (rules.include.length + rules.exclude.length === 0) {
    throw new WrongUse('Which contract? Name one of the project file, or give --include or --exclude.')
  }
  return rules
}
