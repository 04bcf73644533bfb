import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** What signs deliveries, shown this once. */
export function NewSecret({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('integrations.outgoing.secretTitle')} onClose={onClose}>
      <p>{t('integrations.outgoing.secretText')}</p>
      <CopyField label={t('integrations.outgoing.secret')} value={secret} />
    </Dialog>
  )
}
