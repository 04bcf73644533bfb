import { Forward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MessageOriginFragment } from '../generated.ts'
import styles from './Notes.module.css'

/** Above a forwarded message: who said it first. */
export function ForwardedNote({ from }: { from: NonNullable<MessageOriginFragment['forwardedFrom']> }) {
  const { t } = useTranslation()
  return (
    <p className={styles.note}>
      <Forward size={14} aria-hidden="true" />
      {t('messages.forwardedFrom', { name: from.sender.name })}
    </p>
  )
}
