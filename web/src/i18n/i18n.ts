import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { interpolated } from './interpolated.ts'

/** Texts hold variables alone, no formats of their own: each is formatted by what it is. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: interpolated,
}

/** English stands from the start, so that the page can speak whatever else does not load. */
void i18next
  .use(initReactI18next)
  .use(formatter)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    initAsync: false,
    // React shows text as text; escaping it here too would show `&amp;`.
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  })

export { i18next }

/** For what is no component. Components take `t` from `useTranslation()`, which draws them anew in another language. */
export const t = i18next.t
