import type { ReactNode } from 'react'
import { PageFrame } from '../ui/PageFrame.tsx'
import styles from './DiscoverPage.module.css'

/** The frame of a page on which something is searched for. */
export function DiscoverPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageFrame title={title}>
      <div className={styles.content}>{children}</div>
    </PageFrame>
  )
}
