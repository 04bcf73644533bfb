import type { GraphQLFormattedError } from 'graphql'
import type { Outcome } from './federate.ts'

type Path = NonNullable<GraphQLFormattedError['path']>

/**
 * Where errors left holes in the data: the null that stands for each. Two executions that fail for the same reasons have
 * the same holes; how many errors say so below one hole depends on the order in which fields are executed. An error at a field
 * that is not in the answer is none: a planner may ask for more than the client.
 */
export function holes({ data, errors = [] }: Outcome): string[] {
  return [...new Set(errors.flatMap(({ path }) => JSON.stringify(holeOf(data, path ?? [])) ?? []))].sort()
}

function holeOf(data: unknown, path: Path): Path | undefined {
  let value = data
  for (let at = 0; at < path.length; at++) {
    if (value === null || value === undefined) return path.slice(0, at)
    value = (value as Record<string | number, unknown>)[path[at]!]
    if (value === undefined) return undefined
  }
  return path
}
