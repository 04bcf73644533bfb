import 'i18next'
import type { EnglishTexts } from './translated.ts'

// Keys and their variables are checked where they are used: `t('app.newMessageFrom', { name })`.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: EnglishTexts }
  }
}
