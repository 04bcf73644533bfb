import type { Logger } from 'pino'

/**
 * Warns at most once per `everyMs` for each message; the next one says how many were left out. For what fails again and
 * again while a service is down. Messages must be few and fixed: details go into `fields`.
 */
export function warnOccasionally(logger: Logger, everyMs = 10_000) {
  const seen = new Map<string, { at: number; leftOut: number }>()
  return (fields: object, message: string): void => {
    const last = seen.get(message)
    if (last && Date.now() - last.at < everyMs) {
      last.leftOut++
      return
    }
    // Bounded, should a message not be fixed after all.
    if (seen.size >= 100) seen.clear()
    seen.set(message, { at: Date.now(), leftOut: 0 })
    logger.warn(last?.leftOut ? { ...fields, leftOut: last.leftOut } : fields, message)
  }
}
