import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import styles from './DiscoverPage.module.css'

/** The frame of a page on which something is searched for. */
export function DiscoverPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Link href="/" className={styles.back} aria-label={t('conversations.back')}>
          <ArrowLeft size={20} />
        </Link>
        <h1>{title}</h1>
      </header>
      <div className={styles.scroller}>
        <div className={styles.content}>{children}</div>
      </div>
    </main>
  )
}
