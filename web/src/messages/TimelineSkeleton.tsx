import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import styles from './TimelineSkeleton.module.css'

const widths = [46, 62, 34, 54, 40, 58]

/** Stands in the place of messages until the first of them are there. */
export function TimelineSkeleton({ problem }: { problem: string | null }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('messages.loading')}>
      <Problem>{problem}</Problem>
      {widths.map((width, index) => (
        <span key={index} data-own={index % 3 === 2} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
