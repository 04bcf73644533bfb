import { useState } from 'react'
import { Logo } from '../ui/Logo.tsx'
import { GuestForm } from './GuestForm.tsx'
import { LogInForm } from './LogInForm.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import styles from './SignIn.module.css'

type Way = 'guest' | 'logIn' | 'register'

const titles: Record<Way, string> = {
  guest: 'Come in',
  logIn: 'Welcome back',
  register: 'Create your account',
}

/** The door: a guest needs a name, nothing more. */
export function SignIn() {
  const [way, setWay] = useState<Way>('guest')
  const isInvited = location.pathname.startsWith('/join/')
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.header}>
          <Logo size={44} />
          <h1>{isInvited && way === 'guest' ? 'You are invited' : titles[way]}</h1>
          <p>{isInvited ? 'Tell us your name to join the conversation.' : 'Talk with anyone you give a link.'}</p>
        </header>
        {way === 'guest' && <GuestForm />}
        {way === 'logIn' && <LogInForm />}
        {way === 'register' && <RegisterForm />}
        <nav className={styles.ways} aria-label="Other ways in">
          {way !== 'guest' && <WayButton onClick={() => setWay('guest')}>Come in as a guest</WayButton>}
          {way !== 'logIn' && <WayButton onClick={() => setWay('logIn')}>Log in</WayButton>}
          {way !== 'register' && <WayButton onClick={() => setWay('register')}>Create an account</WayButton>}
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
