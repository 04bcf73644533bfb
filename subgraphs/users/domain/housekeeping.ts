import type { Logger } from '../../../platform/telemetry/index.ts'
import { deleteRevokedKeys, readRevokedKeys } from '../store/apiKeys.ts'
import { deleteExpired, readRevoked } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

const EVERY_MS = 60_000
const TELL_AGAIN_MS = 5_000
/** Each statement is short, and a run ends: what is left waits for the next one. */
const BATCH = 500
const DAY_MS = 24 * 60 * 60_000
const BATCHES = 20
const MAX_REVOKED = 10_000

/**
 * What this subgraph does in the background, in every process of it: ended sessions are told again where that failed, what
 * is over is deleted (expired sessions, revoked keys), and signing keys change by the month. At the start, what ended while an
 * access token of it may still be out is told anew: the store may have been emptied.
 */
export async function startHousekeeping(
  accounts: Accounts,
  logger: Logger,
  keepNotifications: () => Promise<boolean>,
): Promise<{ stop(): Promise<void> }> {
  const { database, endings, accessTtlMs, now } = accounts
  const since = now() - accessTtlMs
  const ended = [readRevoked(database, since, MAX_REVOKED), readRevokedKeys(database, since, MAX_REVOKED)]
  await endings.announce((await Promise.all(ended)).flat())
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(() => keepHouse(accounts, keepNotifications))
      .catch((error: unknown) => logger.warn({ error }, 'the background work of accounts failed; it is tried again'))
  }
  const timers = [setInterval(run, EVERY_MS).unref(), setInterval(() => void endings.repeat(), TELL_AGAIN_MS).unref()]
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await running
    },
  }
}

/** One run. */
export async function keepHouse(
  { database, departures, issuer, accessTtlMs, now }: Accounts,
  keepNotifications: () => Promise<boolean>,
): Promise<void> {
  await issuer.rotate()
  await departures.repeat()
  await inBatches(() => deleteExpired(database, now(), BATCH))
  // While a token of theirs may be out, a process that starts has to learn of them.
  await inBatches(() => deleteRevokedKeys(database, now() - accessTtlMs - DAY_MS, BATCH))
  for (let batch = 0; batch < BATCHES; batch++) if (!(await keepNotifications())) return
}

async function inBatches(remove: () => Promise<number>): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) if ((await remove()) < BATCH) return
}
