import type { Catalogue } from './translated.ts'

/** The languages there are, in their own words, and how to get the texts of those that are not in the first load. */
export const languages = {
  en: { name: 'English' },
  ar: { name: 'العربية', load: async (): Promise<Catalogue> => (await import('./ar/index.ts')).ar },
  de: { name: 'Deutsch', load: async (): Promise<Catalogue> => (await import('./de/index.ts')).de },
} as const satisfies Record<string, { name: string; load?: () => Promise<Catalogue> }>

export type Language = keyof typeof languages

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value)

/** The first of the browser's languages that there is; else English. Regions don't matter here: `de-AT` is `de`. */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}
