import { knownError, Unavailable } from '../errors.ts'

/** InnoDB ended one of two transactions that waited for each other, or a wait that took too long: worth another try. */
const CONFLICTS = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'])

const CONNECTION_FAILURES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_QUERY_INTERRUPTED',
  'POOL_CLOSED',
])

/** The error and its causes: Drizzle wraps what the driver throws. Errors of Node's own modules are no `Error` in Jest. */
function* chain(error: unknown): Generator<{ code?: unknown; message?: unknown }> {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) yield at
}

/** True when another transaction was in the way; the same work may succeed at once. */
export const isConflict = (error: unknown): boolean => [...chain(error)].some(({ code }) => CONFLICTS.has(String(code)))

/** True when a unique or primary key refused a row. */
export const isDuplicate = (error: unknown): boolean =>
  [...chain(error)].some(
    ({ code, message }) => code === 'ER_DUP_ENTRY' || /^UNIQUE constraint failed/.test(String(message)),
  )

const isConnectionFailure = (error: unknown): boolean =>
  [...chain(error)].some(
    ({ code, message }) =>
      CONNECTION_FAILURES.has(String(code)) || /connection is in closed state|pool is closed/i.test(String(message)),
  )

/** An error as callers see it: UNAVAILABLE for a database that can't be reached, else the error itself. */
export function asFailure(error: unknown): unknown {
  const known = knownError(error)
  if (known) return known
  if (!isConnectionFailure(error)) return error
  return new Unavailable('The database cannot be reached.', { cause: error, retryAfterMs: 1_000 })
}
