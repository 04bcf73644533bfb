import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Example } from './Example.tsx'

/** A new key, shown this once, with a first request to try it. */
export function NewApiKey({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useTranslation()
  const request = [
    `curl ${location.origin}/graphql`,
    `-H 'authorization: Bearer ${secret}'`,
    `-H 'content-type: application/json'`,
    `-d '{"query":"{ conversations { edges { node { id title } } } }"}'`,
  ].join(' \\\n  ')
  return (
    <Dialog title={t('settings.apiKeys.newTitle')} onClose={onClose}>
      <p>{t('settings.apiKeys.newText')}</p>
      <CopyField label={t('settings.apiKeys.secret')} value={secret} />
      <Example label={t('settings.apiKeys.tryIt')}>{request}</Example>
    </Dialog>
  )
}
