import type { Revocations } from '../../../platform/identity/index.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'

/** Makes known that sessions have ended; the database holds it already. */
export interface Endings {
  /** Resolves when every process knows, or when it is noted to be told again: an answer never fails for it. */
  announce(sessionIds: readonly string[]): Promise<void>
  /** Tells again what could not be told. */
  repeat(): Promise<void>
}

/** Beyond it the oldest are left: their access tokens end by themselves, in minutes. */
const MAX_UNTOLD = 10_000

export function createEndings({ revocations, logger }: { revocations: Revocations; logger: Logger }): Endings {
  const untold = new Set<string>()

  async function announce(sessionIds: readonly string[]): Promise<void> {
    try {
      await revocations.revoke(sessionIds)
    } catch (error) {
      for (const id of sessionIds) untold.add(id)
      for (const id of untold) if (untold.size > MAX_UNTOLD) untold.delete(id)
      logger.warn({ error, sessions: sessionIds.length }, 'ended sessions are told again later')
    }
  }

  return {
    announce,
    async repeat() {
      if (untold.size === 0) return
      const ids = [...untold]
      untold.clear()
      await announce(ids)
    },
  }
}
