import { variables } from './variables.ts'

/** The text for `--help`: every variable, what it means, and its default. */
export function describeConfig(): string {
  const entries = Object.entries(variables.shape).map(([name, schema]) => {
    const { description = '', shown = '' } = schema.meta() ?? {}
    return { name, description, shown: String(shown) }
  })
  const width = Math.max(...entries.map(({ name }) => name.length)) + 2
  const margin = ' '.repeat(width + 2)
  return entries
    .map(({ name, description, shown }) => `  ${name.padEnd(width)}${description}\n${margin}Default: ${shown}`)
    .join('\n')
}
