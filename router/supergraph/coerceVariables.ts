import { getVariableValues } from 'graphql'
import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { BadUserInput } from '../../platform/errors.ts'
import { withCode } from './checkDocument.ts'
import { isDeeper } from './isDeeper.ts'
import { plainValues } from './plainVariables.ts'

const MAX_ERRORS = 10
/** Lists and objects within one another, in one variable: what goes further down does so by calling itself. */
const MAX_LEVELS = 100

/** The values of an operation's variables, defaults filled in, or what is wrong with those given. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): { values: Record<string, unknown> } | { errors: readonly GraphQLError[] } {
  if (!operation.variableDefinitions?.length) return { values: {} }
  const plain = plainValues(operation, given)
  if (plain) return { values: plain }
  if (isDeeper(given, MAX_LEVELS + 1)) {
    const message = `Variables are nested too deep: at most ${MAX_LEVELS} levels are allowed.`
    return { errors: [withCode(message, new BadUserInput(message))] }
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: MAX_ERRORS,
  })
  if (coerced) return { values: coerced }
  return { errors: errors.map((error) => withCode(error.message, new BadUserInput(error.message), error)) }
}
