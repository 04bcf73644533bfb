import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegisterDialog } from '../session/RegisterDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from './Section.tsx'

/** A guest can keep what they have by registering. */
export function GuestUpgrade({ name, onDone }: { name: string; onDone?(): void }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    onDone?.()
  }
  return (
    <Section title={t('session.keepAccount')} about={t('session.keepAccountText')}>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('session.createAnAccount')}
      </Button>
      {isOpen && <RegisterDialog name={name} onClose={close} />}
    </Section>
  )
}
