import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { logOut } from './browserSession.ts'

/** Asks a guest before the only way back to their conversations is lost. */
export function LogOutDialog({ onRegister, onClose }: { onRegister(): void; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('session.logOutAsGuest')} onClose={onClose}>
      <p>{t('session.logOutAsGuestText')}</p>
      <Button look="primary" onClick={onRegister}>
        {t('session.createAnAccount')}
      </Button>
      <Button look="danger" onClick={() => void logOut()}>
        {t('session.logOutForGood')}
      </Button>
    </Dialog>
  )
}
