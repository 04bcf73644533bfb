import { ParleyError, Unavailable } from '../errors.ts'

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

/** Drizzle wraps the driver's error; its cause has the code. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && !(at instanceof ParleyError)) return at.code
  }
  return undefined
}

export const isConflict = (error: unknown): boolean => CONFLICTS.has(codeOf(error) ?? '')

/** True when a unique or primary key refused a row. */
export const isDuplicate = (error: unknown): boolean => {
  const code = codeOf(error)
  if (code === 'ER_DUP_ENTRY') return true
  for (let at = error; at instanceof Error; at = at.cause) {
    if (/UNIQUE constraint failed/.test(at.message)) return true
  }
  return false
}

/** An error as callers see it: UNAVAILABLE for a database that can't be reached, else the error itself. */
export function asFailure(error: unknown): unknown {
  const code = codeOf(error)
  const closing =
    error instanceof Error && /connection is in closed state|Pool is closed|Connection lost/i.test(error.message)
  if (closing || (code !== undefined && CONNECTION_FAILURES.has(code))) {
    return new Unavailable('The database cannot be reached.', { cause: error, retryAfterMs: 1_000 })
  }
  return error
}
