import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import styles from './Timeline.module.css'
import type { Paging } from './usePaging.ts'

interface PagingStatusProps {
  paging: Paging
  /** What else could not be done. */
  problem: string | null
}

/** Over the top of the list: that more is on its way, or why it is not. */
export function PagingStatus({ paging, problem }: PagingStatusProps) {
  const { t } = useTranslation()
  const again = () => void (paging.hasEarlier ? paging.loadEarlier() : paging.loadLater())
  return (
    <div className={styles.status}>
      <span role="status" className="visually-hidden">
        {paging.isLoading && t('messages.loadingEarlier')}
      </span>
      {paging.isLoading && <span className={styles.loading} />}
      {paging.problem && <Button onClick={again}>{t('messages.earlierProblem', { problem: paging.problem })}</Button>}
      <Problem>{problem}</Problem>
    </div>
  )
}
