import type { FailOn } from '../project/projectFile.ts'
import type { Project } from '../project/project.ts'
import { text, type FlagValues } from './command.ts'
import { WrongUse } from './faults.ts'

const choices: readonly FailOn[] = ['used', 'breaking', 'dangerous']

/** What fails a check: the flag's word, else the project's. */
export function failOnOf(flags: FlagValues, { settings }: Project): FailOn {
  const given = text(flags, 'fail-on')
  if (given === undefined) return settings.failOn
  const found = choices.find((one) => one === given)
  if (!found) throw new WrongUse(`--fail-on "${given}": there are ${choices.join(', ')}.`)
  return found
}
