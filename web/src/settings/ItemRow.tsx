import type { ReactNode } from 'react'
import { Badge } from '../ui/Badge.tsx'
import styles from './ItemRow.module.css'

interface ItemRowProps {
  /** An icon in a square, or an avatar. */
  icon?: ReactNode
  avatar?: ReactNode
  title: ReactNode
  badge?: string | false
  details: readonly (string | false)[]
  /** In full, for a tooltip. */
  hint?: string | undefined
  action?: ReactNode
}

/** One thing of a list in the settings: what it is, what is known of it, what can be done with it. */
export function ItemRow({ icon, avatar, title, badge, details, hint, action }: ItemRowProps) {
  return (
    <div className={styles.row}>
      {avatar}
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={styles.words} title={hint}>
        <span className={styles.title}>
          {title}
          {badge && <Badge>{badge}</Badge>}
        </span>
        {details.filter(Boolean).map((detail) => (
          <span key={String(detail)} className={styles.detail}>
            {detail}
          </span>
        ))}
      </div>
      {action}
    </div>
  )
}
