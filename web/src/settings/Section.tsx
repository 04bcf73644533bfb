import { useId, type ReactNode } from 'react'
import styles from './Section.module.css'

interface SectionProps {
  title: string
  /** What it is for. */
  about?: string
  /** What can be done with all of it. */
  action?: ReactNode
  danger?: boolean
  children?: ReactNode
}

/** One matter of the settings. */
export function Section({ title, about, action, danger = false, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id} data-danger={danger}>
      <header className={styles.head}>
        <div>
          <h3 id={id} dir="auto">
            {title}
          </h3>
          {about && <p>{about}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
