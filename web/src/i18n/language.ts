import { browserStorage, keep } from '../offline/browserStorage.ts'
import { i18next } from './i18n.ts'
import { isLanguage, languages, preferredLanguage, type Language } from './languages.ts'

/** What was chosen in the settings; `system` follows the browser. */
export type LanguageChoice = Language | 'system'

const storageKey = 'parley.language'

export function storedLanguage(): LanguageChoice {
  const value = browserStorage.getItem(storageKey)
  return isLanguage(value) ? value : 'system'
}

/** Before the first paint: loads the words of the chosen language. English where they cannot be had. */
export const applyStoredLanguage = (): Promise<void> => apply(storedLanguage())

/** @throws when the language's words cannot be loaded; the page then stays as it is. */
export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  await apply(choice)
  if (choice === 'system') browserStorage.removeItem(storageKey)
  else keep(storageKey, choice)
}

async function apply(choice: LanguageChoice): Promise<void> {
  const language = choice === 'system' ? preferredLanguage(navigator.languages) : choice
  const entry = languages[language]
  if ('load' in entry && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await entry.load())
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
}
