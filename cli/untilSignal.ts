import type { Foundation } from './foundation.ts'

const GRACE_MS = 5_000

/**
 * Ends the process in order at SIGTERM or SIGINT: what was taken up is finished, then every part is closed. A second
 * signal, or a close that hangs, ends it at once.
 */
export function runUntilSignal(foundation: Foundation, drainMs: number): void {
  const { logger } = foundation
  let closing = false
  const end = (signal: string) => {
    if (closing) process.exit(130)
    closing = true
    logger.info({ signal }, 'closing')
    setTimeout(() => {
      logger.error('closing took too long')
      process.exit(1)
    }, drainMs + GRACE_MS).unref()
    void foundation.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // A fault that nobody handled: say so and end. Restarted, the process goes on from what is committed.
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error }, 'unhandled rejection')
    process.exit(1)
  })
}
