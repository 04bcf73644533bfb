import type { Logger } from '../../../platform/telemetry/index.ts'
import { deleteExpired, readRevoked } from '../store/sessions.ts'
import type { Accounts } from './accounts.ts'

const EVERY_MS = 60_000
const TELL_AGAIN_MS = 5_000
/** Each statement is short, and a run ends: what is left waits for the next one. */
const BATCH = 500
const BATCHES = 20
const MAX_REVOKED = 10_000

/**
 * What this subgraph does in the background, in every process of it: ended sessions are told again where that failed, and
 * expired ones deleted, and signing keys change by the month. At the start, what ended while an access token of it may still be out is told anew: the store
 * may have been emptied.
 */
export async function startHousekeeping(accounts: Accounts, logger: Logger): Promise<{ stop(): Promise<void> }> {
  const { database, endings, accessTtlMs, now } = accounts
  await endings.announce(await readRevoked(database, now() - accessTtlMs, MAX_REVOKED))
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(async () => void (await keepHouse(accounts)))
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

/** One run. Resolves with the number of sessions that were deleted. */
export async function keepHouse({ database, issuer, now }: Accounts): Promise<number> {
  await issuer.rotate()
  let deleted = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const count = await deleteExpired(database, now(), BATCH)
    deleted += count
    if (count < BATCH) break
  }
  return deleted
}
