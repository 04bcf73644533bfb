import { formatNumber } from '../i18n/locale.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `21 byte`, `1.4 MB`: as the language writes it, by thousands. */
export function fileSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const maximumFractionDigits = power === 0 || value >= 10 ? 0 : 1
  return formatNumber(value, { style: 'unit', unit: units[power]!, unitDisplay: 'short', maximumFractionDigits })
}
