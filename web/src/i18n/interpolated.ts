import i18next from 'i18next'
import { formatNumber } from './locale.ts'

/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * What stands in a sentence for a variable: numbers as the language writes them; what may run in another direction than the
 * sentence set apart (U+2068, U+2069), so that a name never takes the full stop or the next name with it.
 */
export function interpolated(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value !== 'string' || value === '') return String(value ?? '')
  return i18next.dir() === 'rtl' || rightToLeft.test(value) ? `\u2068${value}\u2069` : value
}
