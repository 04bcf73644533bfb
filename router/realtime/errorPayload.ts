import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ParleyError } from '../../platform/errors.ts'
import type { RealtimeLogger } from './logger.ts'

/** The code of a GraphQL error or of one of ours. */
export const codeOf = (cause: unknown): unknown => {
  if (cause instanceof ParleyError) return cause.code
  return (cause as { extensions?: { code?: unknown } } | undefined)?.extensions?.code
}

const refusals = new Set<unknown>(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_INPUT'])
const passing = new Set<unknown>(['UNAVAILABLE', 'RATE_LIMITED'])

/** The owner of a topic has answered, and the answer to this viewer is no. */
export const isRefusal = (cause: unknown): boolean => refusals.has(codeOf(cause))

/** The same request may be answered a moment later. */
export const isPassing = (cause: unknown): boolean => passing.has(codeOf(cause))

/** What a client may see of a failure: ours as it is, anything unknown masked and logged under an id. */
export function toErrors(cause: unknown, logger: RealtimeLogger): readonly GraphQLFormattedError[] {
  if (cause instanceof ParleyError) return [{ message: cause.message, extensions: cause.extensions }]
  if (cause instanceof GraphQLError && codeOf(cause) !== undefined) return [cause.toJSON()]
  const errorId = randomUUID()
  logger.error({ err: cause, errorId }, 'an operation on a socket failed')
  return [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', retriable: false, errorId } }]
}
