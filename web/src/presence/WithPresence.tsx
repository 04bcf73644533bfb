import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence } from './usePresence.ts'
import styles from './WithPresence.module.css'

interface WithPresenceProps {
  /** Undefined: no dot, as for a group. */
  userId: string | undefined
  /** The picture. */
  children: ReactNode
}

const labels = { ONLINE: 'live.online', AWAY: 'live.away' } as const

/** Somebody's picture with a dot on it, while they are there. */
export function WithPresence({ userId, children }: WithPresenceProps) {
  const { t } = useTranslation()
  const availability = usePresence(userId)?.availability ?? 'OFFLINE'
  const label = availability === 'OFFLINE' ? undefined : t(labels[availability])
  return (
    <span className={styles.picture}>
      {children}
      {label !== undefined && (
        <span className={styles.dot} data-availability={availability} role="img" aria-label={label} title={label} />
      )}
    </span>
  )
}
