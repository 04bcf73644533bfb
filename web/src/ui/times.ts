import { formatNumber, locale } from '../i18n/locale.ts'

const dayMs = 86_400_000

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Whole calendar days between two moments, in local time. */
const daysBetween = (earlier: number, later: number): number =>
  Math.round((startOfDay(later) - startOfDay(earlier)) / dayMs)

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times what using it does, and a timeline shows many. */
function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale()} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale(), options)))
  return made.format(at)
}

/** `14:32` */
export const clockTime = (at: number): string => format(at, { hour: 'numeric', minute: '2-digit' })

/** As short as it can be and still be understood: `now`, `5 min`, `14:32`, `Mon`, `12 Mar`. */
export function shortTime(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return relative(0, 'second')
  if (minutes < 60) return formatNumber(minutes, { style: 'unit', unit: 'minute', unitDisplay: 'short' })
  const days = daysBetween(at, now)
  if (days === 0) return clockTime(at)
  if (days < 7) return format(at, { weekday: 'short' })
  return format(at, { day: 'numeric', month: 'short' })
}

/** The heading of a day: `Today`, `Yesterday`, `Monday`, `12 March`, with the year where it is another one. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days <= 1) return capitalized(relative(-Math.max(0, days), 'day'))
  if (days < 7) return format(at, { weekday: 'long' })
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return format(at, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
}

/** In full, for tooltips. */
export const fullTime = (at: number): string => format(at, { dateStyle: 'full', timeStyle: 'short' })

/** `12 Mar 2026, 14:32`, for moments that may be long past or ahead. */
export const dateTime = (at: string): string => format(Date.parse(at), { dateStyle: 'medium', timeStyle: 'short' })

/** `now`, `today`, `yesterday`, in the page's language. */
const relative = (value: number, unit: 'second' | 'day'): string =>
  new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(value, unit)

const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)
