import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './PageHeader.module.css'

interface PageHeaderProps {
  title: string
  level?: 1 | 2
  /** Where one came from, and what that is called: shown where that place is not on the screen too. */
  back: { href: string; label: string }
  /** Up to which width it is not. */
  narrow?: 'phone' | 'tablet'
  /** What can be done here. */
  children?: ReactNode
}

/** The line above a page: what it is, and the way back. */
export function PageHeader({ title, level = 1, back, narrow = 'phone', children }: PageHeaderProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <header className={styles.header}>
      <Link href={back.href} className={styles.back} data-narrow={narrow} aria-label={back.label}>
        <ArrowLeft size={20} />
      </Link>
      <Heading>{title}</Heading>
      {children}
    </header>
  )
}
