import type { Logger } from 'pino'
import { ConfigurationError, knownError, Unavailable } from '../errors.ts'
import { reachAtStart } from '../time/reachAtStart.ts'
import type { Database } from './database.ts'

export interface ReachOptions {
  /** Its address, as `openDatabase` took it. */
  url: string
  logger: Logger
  /** How long to try. */
  patienceMs?: number
}

/**
 * Resolves once the database answers: a server that is still starting, or too busy to take a connection in time, is tried
 * for a while. A file answers at once.
 * @throws Unavailable         with advice, when it did not answer in that time
 * @throws ConfigurationError  it answers, and refuses this user, password or database name: no later try would help
 */
export async function reachDatabase(database: Database, { url, logger, patienceMs }: ReachOptions): Promise<void> {
  if (database.dialect.name !== 'mysql') return
  const variable = `PARLEY_${database.name.toUpperCase()}_DATABASE_URL`
  const { host, pathname } = new URL(url)
  const what = `The ${database.name} database at ${host}${pathname}`
  const refusal = await reachAtStart(
    {
      what,
      advice: `Start MySQL, or correct ${variable}; without that variable Parley keeps its data in a file.`,
      logger,
      ...(patienceMs === undefined ? {} : { patienceMs }),
    },
    () => database.ping().then(() => undefined, refusalOf),
  )
  if (refusal) {
    throw new ConfigurationError(`${what} answers, and refuses. Correct ${variable}.`, { cause: refusal })
  }
}

/** What the server says against us; rejects with the reason where it did not answer. */
function refusalOf(error: Error): Error {
  if (knownError(error) instanceof Unavailable) throw error.cause ?? error
  return error
}
