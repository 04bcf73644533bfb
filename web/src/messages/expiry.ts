import { formatNumber } from '../i18n/locale.ts'

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const

const inUnits = (count: number, unit: string, unitDisplay: 'narrow' | 'long'): string =>
  formatNumber(count, { style: 'unit', unit, unitDisplay })

/** How long it still is, in the largest unit that fits, rounded up: `2d`, `59m`, `8s`; never below zero. */
export function durationLeft(ms: number): string {
  const { unit, ms: size } = units.find((each) => ms >= each.ms) ?? units[3]
  return inUnits(Math.ceil(Math.max(0, ms) / size), unit, 'narrow')
}

/** After how many seconds a message may be set to delete itself. */
export const expiries = [60, 3_600, 86_400, 604_800, 2_592_000] as const

/** `1 hour` */
export function durationName(seconds: number): string {
  const { unit, ms } = units.find((each) => seconds * 1_000 >= each.ms) ?? units[3]
  return inUnits(Math.round((seconds * 1_000) / ms), unit, 'long')
}
