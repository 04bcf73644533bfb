import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Example } from '../settings/Example.tsx'

/** The address of an incoming webhook, shown this once, with a first request to try it. */
export function NewAddress({ path, onClose }: { path: string; onClose(): void }) {
  const { t } = useTranslation()
  const address = `${location.origin}${path}`
  const body = JSON.stringify({ text: t('integrations.incoming.exampleText') })
  const request = [`curl ${address}`, `-H 'content-type: application/json'`, `-d '${body}'`].join(' \\\n  ')
  return (
    <Dialog title={t('integrations.incoming.shownTitle')} onClose={onClose}>
      <p>{t('integrations.incoming.shownText')}</p>
      <CopyField label={t('integrations.incoming.address')} value={address} />
      <Example label={t('integrations.incoming.tryIt')}>{request}</Example>
    </Dialog>
  )
}
