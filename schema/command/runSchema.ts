import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Command, FlagValues, Io } from './command.ts'
import { approveCommand } from './commands/approve.ts'
import { changelogCommand } from './commands/changelog.ts'
import { checkCommand } from './commands/check.ts'
import { composeCommand } from './commands/compose.ts'
import { contractCommand } from './commands/contract.ts'
import { diffCommand } from './commands/diff.ts'
import { fetchCommand } from './commands/fetch.ts'
import { lintCommand } from './commands/lint.ts'
import { publishCommand } from './commands/publish.ts'
import { rollbackCommand } from './commands/rollback.ts'
import { usageCommand } from './commands/usage.ts'
import { ContractBroken } from '../contracts/contractBroken.ts'
import { didYouMean } from './didYouMean.ts'
import { CouldNotRun, exitCodes, WrongUse, type ExitCode } from './faults.ts'
import { commandHelp, schemaHelp } from './help.ts'

const commands: Readonly<Record<string, Command>> = {
  compose: composeCommand,
  check: checkCommand,
  lint: lintCommand,
  diff: diffCommand,
  contract: contractCommand,
  publish: publishCommand,
  approve: approveCommand,
  rollback: rollbackCommand,
  changelog: changelogCommand,
  fetch: fetchCommand,
  usage: usageCommand,
}

const names = Object.keys(commands)

/** `parley schema …`: resolves with the exit code. Whatever goes wrong is told on the error output, in words. */
export async function runSchema(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name = '', ...rest] = args
  if (name === 'help' && rest[0]) return runSchema([rest[0], '--help'], io)
  try {
    if (name === '' || name === 'help' || name === '--help' || name === '-h') {
      io.out(schemaHelp(commands))
      return name === '' ? exitCodes.wrongUse : exitCodes.ok
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command)
      throw new WrongUse(`There is no command "${name}".${didYouMean(name, names)} There are: ${names.join(', ')}.`)
    const { flags, words } = parse(name, command, rest)
    if (flags['help']) {
      io.out(commandHelp(name, command))
      return exitCodes.ok
    }
    return await command.run(io, flags, words)
  } catch (error) {
    if (!(error instanceof WrongUse || error instanceof CouldNotRun || error instanceof ContractBroken)) throw error
    io.err(`${error.message}\n`)
    return error.exitCode
  }
}

function parse(name: string, command: Command, args: readonly string[]): { flags: FlagValues; words: string[] } {
  const options: ParseArgsOptionsConfig = { ...command.options, help: { type: 'boolean', short: 'h' } }
  const see = `See: parley schema ${name} --help`
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length > (command.words ?? 0))
      throw new WrongUse(`"${positionals.at(-1)}" is too much here. ${see}`)
    return { flags: values as FlagValues, words: positionals }
  } catch (error) {
    if (error instanceof WrongUse) throw error
    const [first = ''] = (error as Error).message.split('. ')
    const unknown = /^Unknown option '--(\S+)'/.exec(first)?.[1]
    const hint = unknown === undefined ? '' : didYouMean(unknown, Object.keys(options)).replace('"', '"--')
    throw new WrongUse(`${first.replace(/\.?$/, '.')}${hint} ${see}`)
  }
}
