import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ParleyError, knownError } from '../../platform/errors.ts'
import type { Logger } from '../../platform/telemetry/index.ts'
import { maskError } from '../supergraph/index.ts'

/** The code of a GraphQL error or of one of ours. */
export function codeOf(cause: unknown): unknown {
  if (cause instanceof ParleyError) return cause.code
  return (cause as { extensions?: { code?: unknown } } | undefined)?.extensions?.code
}

const refusals = new Set<unknown>(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_INPUT', 'BAD_USER_INPUT'])
const passing = new Set<unknown>(['UNAVAILABLE', 'RATE_LIMITED'])

/** The owner of a topic has answered, and the answer to this viewer is no. */
export const isRefusal = (cause: unknown): boolean => refusals.has(codeOf(cause))

/** The viewer's credentials do not do: another viewer's may. */
export const isDenied = (cause: unknown): boolean => ['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(codeOf(cause)))

/** The same request may be answered a moment later. */
export const isPassing = (cause: unknown): boolean => passing.has(codeOf(cause))

/** What a client may see of a failure: what has a code as it is, anything else masked and logged under an id. */
export function toErrors(cause: unknown, logger: Logger): readonly GraphQLFormattedError[] {
  if (cause instanceof GraphQLError && codeOf(cause) !== undefined) return [cause.toJSON()]
  const { message, extensions } = knownError(cause) ?? maskError(cause, randomUUID(), logger)
  return [{ message, extensions }]
}
