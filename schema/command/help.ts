import type { Command } from './command.ts'

const column = (lines: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2
  return lines.map(([name, meaning]) => `  ${name.padEnd(width)}${meaning}`).join('\n')
}

/** What `parley schema` says without a command. */
export const schemaHelp = (
  commands: Readonly<Record<string, Command>>,
): string => `parley schema: checks of a federated GraphQL schema, and a registry for it

Usage: parley schema COMMAND [FLAGS]

${column(Object.entries(commands).map(([name, { does }]) => [name, does] as const))}

Which subgraphs: parley.schema.json in this folder, or --subgraph NAME=FILE for each.
Flags of a command: parley schema COMMAND --help
Exit codes: 0 no problems, 1 problems found, 2 wrong use, 3 could not run
`

export const commandHelp = (name: string, { does, usage, flags }: Command): string => `parley schema ${name}: ${does}

Usage: parley schema ${name} ${usage}

${column(Object.entries(flags).map(([flag, meaning]) => [`--${flag}`, meaning] as const))}
`
