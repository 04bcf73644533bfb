import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { RegisterForm } from './RegisterForm.tsx'

/** A guest becomes a registered user, and keeps everything. */
export function RegisterDialog({ name, onClose }: { name: string; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('session.keepAccount')} onClose={onClose}>
      <p>{t('session.keepAccountText')}</p>
      <RegisterForm name={name} onDone={onClose} />
    </Dialog>
  )
}
