import type { ReactNode } from 'react'
import styles from './Badge.module.css'

interface BadgeProps {
  look?: 'accent' | 'quiet' | 'danger'
  children: ReactNode
}

/** A word or two on what stands beside it: a role, a state. */
export function Badge({ look = 'accent', children }: BadgeProps) {
  return (
    <span className={styles.badge} data-look={look}>
      {children}
    </span>
  )
}
