import { ApiError } from '../errors/apiError.ts'

/** Closes after which trying again cannot help: the same would be wrong again. The catalogue: docs/errors.md. */
const finalCloses: ReadonlySet<number> = new Set([1002, 1003, 1007, 1008, 1009, 4400, 4401, 4406, 4409, 4429, 4500])

/** Closes by a server that has too much to do, or of a client that did: not at once again. */
const unhurriedCloses: ReadonlySet<number> = new Set([1013, 4408, 4510, 4512])
const unhurriedMs = 2_000

/** The token is wrong, over, or another user's. */
export const forbiddenClose = 4403

/**
 * What a graphql-ws client ends a subscription with, as an {@link ApiError}: a list of GraphQL errors, a close event with its code,
 * or nothing in particular. `REFUSED` is final, `UNAUTHENTICATED` asks for another token.
 */
export function socketError(reason: unknown): ApiError {
  if (reason instanceof ApiError) return reason
  if (Array.isArray(reason) && reason[0]) return ApiError.fromGraphQL(reason[0])
  const close = closeOf(reason)
  if (!close) return ApiError.network()
  const said = `The socket was closed: ${`${close.code} ${close.reason}`.trim()}.`
  if (close.code === forbiddenClose)
    return new ApiError('UNAUTHENTICATED', `The server does not take the token. ${said}`)
  if (finalCloses.has(close.code)) return new ApiError('REFUSED', said)
  if (!unhurriedCloses.has(close.code)) return new ApiError('NETWORK', said, { retriable: true })
  return new ApiError('OVERLOADED', said, { retriable: true, retryAfterMs: unhurriedMs })
}

function closeOf(reason: unknown): { code: number; reason: string } | undefined {
  if (typeof reason !== 'object' || reason === null) return undefined
  const close = reason as { code?: unknown; reason?: unknown }
  if (typeof close.code !== 'number') return undefined
  return { code: close.code, reason: typeof close.reason === 'string' ? close.reason : '' }
}
