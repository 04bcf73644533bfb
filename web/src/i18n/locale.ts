import i18next from 'i18next'

/**
 * For Intl: the page's language with the region that the browser has for it (`en-GB` writes 14:32 where `en-US` writes
 * 2:32 PM).
 */
export function locale(): string {
  const language = i18next.resolvedLanguage ?? 'en'
  const wanted = typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])
  return wanted.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** `1,234` or `1.234` */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale()} ${JSON.stringify(options)}`
  let format = numberFormats.get(key)
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale(), options)))
  return format.format(value)
}
