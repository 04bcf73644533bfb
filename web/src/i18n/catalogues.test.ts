import { expect, test } from '@jest/globals'
import { ar } from './ar/index.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { onDemand } from './en/onDemand.ts'
import { languages, preferredLanguage, type Language } from './languages.ts'

type Texts = { readonly [key: string]: string | Texts }

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const variablesOf = (text: string): string[] => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name ?? '').sort()

const english = new Map(flat({ ...en, ...onDemand }))
const others: [Exclude<Language, 'en'>, Texts][] = [
  ['ar', ar],
  ['de', de],
]

/** The keys of English, with the plural forms that the language has. */
function keysIn(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return [...english.keys()].flatMap((key) => {
    if (!english.has(key.replace(/_(one|other)$/, '_other'))) return [key]
    if (key.endsWith('_one') && english.has(key.replace(/_one$/, '_other'))) return []
    return key.endsWith('_other') ? forms.map((form) => key.replace(/_other$/, `_${form}`)) : [key]
  })
}

/** What English says with this plural form, or the one that stands for all that it has not. */
const englishOf = (key: string): string =>
  english.get(key) ?? english.get(key.replace(/_(zero|one|two|few|many)$/, '_other')) ?? ''

test.each(others)('%s says all that English says, in each plural form that it has', (language, catalogue) => {
  const keys = flat(catalogue).map(([key]) => key)
  expect(keys.sort()).toEqual(keysIn(language).sort())
})

test.each(others)('%s has the variables of English, but the number where its words say it', (_language, catalogue) => {
  for (const [key, text] of flat(catalogue)) {
    const wanted = variablesOf(englishOf(key))
    const saysNumber = /_(zero|one|two)$/.test(key) && !variablesOf(text).includes('count')
    const expected = saysNumber ? wanted.filter((name) => name !== 'count') : wanted
    expect([key, variablesOf(text)]).toEqual([key, expected])
    expect([key, text.trim()]).not.toEqual([key, ''])
  }
})

test('every language is looked at here', () => {
  expect(['en', ...others.map(([language]) => language)].sort()).toEqual(Object.keys(languages).sort())
})

test('the language is the first of the browser that there is', () => {
  expect(preferredLanguage(['fr-CA', 'de-AT', 'en'])).toBe('de')
  expect(preferredLanguage(['fr', 'ja'])).toBe('en')
  expect(preferredLanguage(['toString'])).toBe('en')
  expect(preferredLanguage([])).toBe('en')
})
