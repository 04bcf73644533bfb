import { expect, test } from '@jest/globals'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { preferredLanguage } from './languages.ts'

type Texts = { readonly [key: string]: string | Texts }

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const variablesOf = (text: string): string[] => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name ?? '').sort()

const english = new Map(flat(en))

test.each([['de', de]])('%s says all that English says, with the same variables', (_language, catalogue) => {
  const translated = flat(catalogue)
  expect(translated.map(([key]) => key).sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of translated) {
    expect([key, variablesOf(text)]).toEqual([key, variablesOf(english.get(key) ?? '')])
    expect([key, text.trim()]).not.toEqual([key, ''])
  }
})

test('the language is the first of the browser that there is', () => {
  expect(preferredLanguage(['fr-CA', 'de-AT', 'en'])).toBe('de')
  expect(preferredLanguage(['fr', 'ja'])).toBe('en')
  expect(preferredLanguage(['toString'])).toBe('en')
  expect(preferredLanguage([])).toBe('en')
})
