import { useTranslation } from 'react-i18next'
import type { EnglishTexts } from '../i18n/translated.ts'

type Told = keyof EnglishTexts['integrations']['outgoing']['error']

const told: Readonly<Record<Told, true>> = { TIMEOUT: true, PRIVATE_ADDRESS: true, ECONNREFUSED: true, ENOTFOUND: true }

/** Says why a delivery failed; what there are no words for stays as the worker told it (`HTTP 500`). */
export function useErrorOf(): (error: string) => string {
  const { t } = useTranslation()
  return (error) => (Object.hasOwn(told, error) ? t(`integrations.outgoing.error.${error as Told}`) : error)
}
