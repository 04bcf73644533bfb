import { List, Pin as PinIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './PinnedBar.module.css'
import { textOf } from './Quote.tsx'
import type { Pin } from './usePins.ts'

interface PinnedBarProps {
  pins: readonly Pin[]
  onShow(messageId: string): void
  onList(): void
}

/** Under the header: the message that was pinned last. It leads there; beside it the way to the others. */
export function PinnedBar({ pins, onShow, onList }: PinnedBarProps) {
  const { t } = useTranslation()
  const [last] = pins
  if (!last) return null
  return (
    <aside className={styles.bar} aria-label={t('messages.pinnedMessages')}>
      <button type="button" className={styles.pin} onClick={() => onShow(last.message.id)}>
        <PinIcon size={16} aria-hidden="true" />
        <span>
          <bdi>
            <strong>{last.message.sender.name}</strong>
          </bdi>{' '}
          <bdi>{textOf(last.message, t)}</bdi>
        </span>
      </button>
      <IconButton label={t('messages.allPinned', { count: pins.length })} onClick={onList}>
        <List size={18} />
      </IconButton>
    </aside>
  )
}
