import { LRUCache } from 'lru-cache'
import { InvalidInput } from '../../../../platform/errors.ts'
import type { QuietHours } from '../../store/notifications/settings.ts'

const MINUTES_OF_DAY = 24 * 60
const MAX_ZONE_LENGTH = 64

/** A formatter costs far more to make than to use. There are some 600 names of zones. */
const clocks = new LRUCache<string, Intl.DateTimeFormat>({ max: 1_000 })

/** `22:30` in minutes since midnight. @throws InvalidInput  from 00:00 to 23:59 only */
export function minuteOfDay(field: string, given: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(given) ?? []
  if (hours === undefined) throw new InvalidInput(`${field} must be a time of day like 22:00, from 00:00 to 23:59.`)
  return Number(hours) * 60 + Number(minutes)
}

export const timeOfDay = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** The zone's name as it was given. @throws InvalidInput  no name of the IANA time zone database */
export function knownTimeZone(field: string, given: string): string {
  // Offsets, which Intl takes too, do not follow summer time.
  if (given.length <= MAX_ZONE_LENGTH && /^[A-Za-z]/.test(given) && clockOf(given)) return given
  throw new InvalidInput(`${field} must be a time zone of the IANA database, like Europe/Berlin.`)
}

/** True within the hours, by the clock of their zone: from the first minute on, until the last is over. */
export function isQuiet(hours: QuietHours | null, at: number): boolean {
  if (!hours) return false
  const clock = clockOf(hours.timeZone)
  // A zone that was known once, and is no more: rather loud than silent for ever.
  if (!clock) return false
  const { start, end } = hours
  const length = (end - start + MINUTES_OF_DAY) % MINUTES_OF_DAY
  return (minuteAt(clock, at) - start + MINUTES_OF_DAY) % MINUTES_OF_DAY < length
}

function minuteAt(clock: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return parts['hour']! * 60 + parts['minute']!
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = clocks.get(timeZone)
  if (known) return known
  try {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
    return clock
  } catch {
    return undefined
  }
}
