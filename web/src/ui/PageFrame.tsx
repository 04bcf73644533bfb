import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PageFrame.module.css'
import { PageHeader } from './PageHeader.tsx'

interface PageFrameProps {
  title: string
  /** What can be done with all of it. */
  actions?: ReactNode
  isBusy?: boolean
  children: ReactNode
}

/** A page beside the conversations: its title, and what scrolls under it. */
export function PageFrame({ title, actions, isBusy = false, children }: PageFrameProps) {
  const { t } = useTranslation()
  return (
    <main className={styles.page}>
      <PageHeader title={title} back={{ href: '/', label: t('conversations.back') }}>
        {actions}
      </PageHeader>
      <div className={styles.scroller} aria-busy={isBusy}>
        {children}
      </div>
    </main>
  )
}
