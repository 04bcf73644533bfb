import { errorOf } from '../../../client/apollo/errorOf.ts'
import { i18next, t } from '../i18n/i18n.ts'
import { en } from '../i18n/en/index.ts'

/** What went wrong, for the person. The server says it in English, and most exactly; other languages say it by its code. */
export function problemOf(error: unknown): string {
  const { code, message } = errorOf(error)
  const isTold = i18next.resolvedLanguage !== 'en' && Object.hasOwn(en.errors, code)
  return isTold ? t(`errors.${code as keyof typeof en.errors}`) : message
}
