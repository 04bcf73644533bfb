import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PageFrame.module.css'
import { PageHeader } from './PageHeader.tsx'

interface PageFrameProps extends Pick<ComponentProps<typeof PageHeader>, 'title' | 'level' | 'narrow'> {
  /** Where one came from: the conversations unless told. */
  back?: ComponentProps<typeof PageHeader>['back']
  /** What can be done with all of it. */
  actions?: ReactNode
  isBusy?: boolean
  children: ReactNode
}

/** A page beside the conversations: its title, and what scrolls under it. */
export function PageFrame({ back, actions, isBusy = false, children, ...header }: PageFrameProps) {
  const { t } = useTranslation()
  return (
    <main className={styles.page}>
      <PageHeader {...header} back={back ?? { href: '/', label: t('conversations.back') }}>
        {actions}
      </PageHeader>
      <div className={styles.scroller} aria-busy={isBusy}>
        {children}
      </div>
    </main>
  )
}
