import { GraphQLError } from 'graphql'
import { BadUserInput } from '../../platform/errors.ts'

/**
 * What `read` takes from arguments, with graphql-js. Validation lets a variable that may be null and has a default stand where null may
 * not: given as null, it is the one value that coercion has let pass and that does not fit.
 * @throws BadUserInput
 */
export function readArguments<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof GraphQLError) throw new BadUserInput(cause.message, { cause })
    throw cause
  }
}
