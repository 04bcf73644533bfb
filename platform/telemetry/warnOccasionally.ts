import type { Logger } from 'pino'

/**
 * Warns at most once per `everyMs` for each message; the next one says how many were left out. For what fails again and
 * again while a service is down. Messages that differ in their numbers only count as one.
 */
export function warnOccasionally(logger: Logger, everyMs = 10_000) {
  const seen = new Map<string, { at: number; leftOut: number }>()
  return (fields: object, message: string): void => {
    const key = message.replace(/\d+/g, '0')
    const last = seen.get(key)
    if (last && Date.now() - last.at < everyMs) {
      last.leftOut++
      return
    }
    // Bounded, should messages not be as few as they should.
    if (seen.size >= 100) seen.clear()
    seen.set(key, { at: Date.now(), leftOut: 0 })
    logger.warn(last?.leftOut ? { ...fields, leftOut: last.leftOut } : fields, message)
  }
}
