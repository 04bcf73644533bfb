import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './Pending.module.css'
import { Problem } from './Problem.tsx'

interface PendingProps {
  /** Why it has not come; null while it is on its way. */
  problem: string | null
  onRetry(): void
}

/** In the place of what is being read: that it is on its way, or why it is not, and a way to try again. */
export function Pending({ problem, onRetry }: PendingProps) {
  const { t } = useTranslation()
  if (!problem) return <div className={styles.skeleton} role="status" aria-label={t('ui.loading')} />
  return (
    <>
      <Problem>{problem}</Problem>
      <Button wide onClick={onRetry}>
        {t('ui.tryAgain')}
      </Button>
    </>
  )
}
