import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { wasEndedElsewhere } from './browserSession.ts'
import { Logo } from '../ui/Logo.tsx'
import { GuestForm } from './GuestForm.tsx'
import { LogInForm } from './LogInForm.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import styles from './SignIn.module.css'

type Way = 'guest' | 'logIn' | 'register'

const titles = {
  guest: 'session.comeIn',
  logIn: 'session.welcomeBack',
  register: 'session.createYourAccount',
} as const satisfies Record<Way, string>

/** The door: a guest needs a name, nothing more. */
export function SignIn() {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('guest')
  const isInvited = location.pathname.startsWith('/join/')
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.header}>
          <Logo size={44} />
          <h1>{isInvited && way === 'guest' ? t('session.invited') : t(titles[way])}</h1>
          <p>{isInvited ? t('session.invitedText') : t('session.claim')}</p>
        </header>
        <Problem>{wasEndedElsewhere() ? t('session.endedElsewhere') : null}</Problem>
        {way === 'guest' && <GuestForm />}
        {way === 'logIn' && <LogInForm />}
        {way === 'register' && <RegisterForm />}
        <nav className={styles.ways} aria-label={t('session.otherWays')}>
          {way !== 'guest' && <WayButton onClick={() => setWay('guest')}>{t('session.asGuest')}</WayButton>}
          {way !== 'logIn' && <WayButton onClick={() => setWay('logIn')}>{t('session.logIn')}</WayButton>}
          {way !== 'register' && (
            <WayButton onClick={() => setWay('register')}>{t('session.createAnAccount')}</WayButton>
          )}
        </nav>
      </div>
    </main>
  )
}

function WayButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button type="button" className={styles.way} onClick={onClick}>
      {children}
    </button>
  )
}
