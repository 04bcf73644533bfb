import type { ParseArgsOptionsConfig } from 'node:util'
import type { ExitCode } from './faults.ts'

/** What a command reads from and writes to; a test gives its own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Is somebody looking, who sees colours? */
  readonly color: boolean
  out(text: string): void
  err(text: string): void
}

export type FlagValues = Readonly<Record<string, string | boolean | string[] | undefined>>

export interface Command {
  /** In one line, for the list of commands. */
  readonly does: string
  /** As in `--against REF`. */
  readonly usage: string
  /** What each of its flags means, beside those that all have. */
  readonly flags: Readonly<Record<string, string>>
  readonly options: ParseArgsOptionsConfig
  /** How many words may follow the command. Default 0. */
  readonly words?: number
  run(io: Io, flags: FlagValues, words: readonly string[]): Promise<ExitCode>
}

/** The flags that name a project, and how the answer is to look. */
export const projectOptions = {
  config: { type: 'string' },
  subgraph: { type: 'string', multiple: true },
  url: { type: 'string', multiple: true },
  operations: { type: 'string', multiple: true },
} as const satisfies ParseArgsOptionsConfig

export const reportOptions = {
  format: { type: 'string' },
  verbose: { type: 'boolean' },
  strict: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig

export const projectFlags = {
  'config FILE': 'the project file; default parley.schema.json, where there is one',
  'subgraph NAME=FILE':
    'a subgraph, once for each; in place of those in the project file. A glob where it has several files',
  'url NAME=ADDRESS': 'the address that the composed schema holds for a subgraph',
  'operations GLOB': 'files with operations: .graphql, or code with gql`…`; may be given again',
}

export const reportFlags = {
  'format FORMAT': 'text (default), json, markdown, or github: annotations, and the step summary of a workflow',
  verbose: 'notes too: safe changes, hints of composition',
  strict: 'warnings are problems',
}

/** The values of flags, whose types parseArgs has checked. */
export const text = (flags: FlagValues, name: string): string | undefined => flags[name] as string | undefined
export const texts = (flags: FlagValues, name: string): string[] | undefined => flags[name] as string[] | undefined
export const isSet = (flags: FlagValues, name: string): boolean => flags[name] === true
