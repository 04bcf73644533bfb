import { NoUnusedFragmentsRule, specifiedRules, validate, type GraphQLSchema } from 'graphql'
import { collectUses } from '../../router/usage/collectUses.ts'
import type { Finding, OperationUse } from '../report/finding.ts'
import { placeOf } from '../report/placeOf.ts'
import type { CommittedOperation } from './operations.ts'

/** Who uses what: by coordinate, the place in each operation that does. */
export type Uses = ReadonlyMap<string, readonly OperationUse[]>

/** What committed operations use of an API. */
export function usesOfOperations(api: GraphQLSchema, operations: readonly CommittedOperation[]): Uses {
  const uses = new Map<string, OperationUse[]>()
  for (const { name, at, document } of operations) {
    for (const [coordinate, node] of collectUses(api, document)) {
      const use = { name, definedIn: at.file, ...(placeOf(node) ?? at) }
      const known = uses.get(coordinate)
      if (known) known.push(use)
      else uses.set(coordinate, [use])
    }
  }
  return uses
}

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)

/** Operations that an API does not answer; `known` are those that another finding has already told. */
export function unfitOperations(
  api: GraphQLSchema,
  operations: readonly CommittedOperation[],
  known: ReadonlySet<string>,
): Finding[] {
  return operations.flatMap(({ name, at, document }) => {
    const [error] = validate(api, document, rules, { maxErrors: 1 })
    if (!error || known.has(operationKey({ name, definedIn: at.file }))) return []
    return {
      level: 'error',
      kind: 'operation',
      rule: 'OPERATION_UNFIT',
      message: `${name} does not fit the schema: ${error.message}`,
      remedy: 'Change the operation, or bring back to the schema what it asks for.',
      at: placeOf(error.nodes?.[0]) ?? at,
    } satisfies Finding
  })
}

export const operationKey = ({ name, definedIn }: Pick<OperationUse, 'name' | 'definedIn'>): string =>
  `${name} ${definedIn}`
