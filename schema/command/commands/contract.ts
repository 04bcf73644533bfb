import { contract } from '../../contract.ts'
import { composedState } from '../../check/state.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { projectFlags, projectOptions, reportOptions, texts, type Command } from '../command.ts'
import { exitCodes, WrongUse } from '../faults.ts'
import { projectOf } from '../projectOf.ts'
import { writeReport } from '../writeReport.ts'

export const contractCommand: Command = {
  does: 'prints a supergraph that shows only what has some tags, or has not',
  usage: '[NAME] [--include TAG …] [--exclude TAG …]',
  flags: {
    'include TAG': 'only fields with one of these tags, or on a type with one; may be given again, or as a,b',
    'exclude TAG': 'nothing with one of these tags',
    ...projectFlags,
  },
  options: {
    include: { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    ...projectOptions,
    ...reportOptions,
  },
  words: 1,
  async run(io, flags, [name]) {
    const project = projectOf(io, flags)
    const named = name === undefined ? undefined : project.settings.contracts[name]
    if (name !== undefined && !named) {
      const known = Object.keys(project.settings.contracts)
      throw new WrongUse(
        `There is no contract "${name}". ${known.length > 0 ? `There are: ${known.join(', ')}.` : 'The project file names none under "contracts".'}`,
      )
    }
    const tags = (flag: 'include' | 'exclude') => texts(flags, flag)?.flatMap((list) => list.split(','))
    const rules = {
      include: tags('include') ?? named?.include ?? [],
      exclude: tags('exclude') ?? named?.exclude ?? [],
    }
    const { supergraph, findings } = composedState('the working tree', readSubgraphs(project))
    if (supergraph === undefined) {
      return writeReport({ ...io, out: io.err }, flags, { title: 'composition', findings: [...findings] }, project.root)
    }
    try {
      io.out(contract(supergraph, rules))
      return exitCodes.ok
    } catch (error) {
      io.err(`The contract leaves no schema: ${(error as Error).message.split('\n\n')[0]}\n`)
      return exitCodes.problems
    }
  },
}
