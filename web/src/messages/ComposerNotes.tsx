import { Timer, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../ui/times.ts'
import styles from './Composer.module.css'
import { durationName } from './expiry.ts'

interface ComposerNotesProps {
  isFull: boolean
  /** Characters that still fit. */
  left: number
  expiry: number | null
  /** When a message that was just put off is sent. */
  putOff: string | null
  onStay(): void
}

/** Under the line in which one writes: what stands in the way, and what will become of the message. */
export function ComposerNotes({ isFull, left, expiry, putOff, onStay }: ComposerNotesProps) {
  const { t } = useTranslation()
  return (
    <>
      {expiry !== null && (
        <button type="button" className={styles.expiry} onClick={onStay}>
          <Timer size={14} aria-hidden="true" />
          {t('messages.expiresAfter', { duration: durationName(expiry) })}
          <X size={14} aria-label={t('messages.expiresNever')} />
        </button>
      )}
      <p className={styles.note} role="status">
        {isFull && t('messages.outboxFull')}
        {putOff && t('messages.scheduledFor', { when: dateTime(putOff) })}
        {left < 0 && t('messages.tooLong', { count: -left })}
        {left >= 0 && left < 500 && t('messages.left', { count: left })}
      </p>
    </>
  )
}
