import { CalendarClock, Check, Plus, Timer } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import type { NewMessage } from '../outbox/newMessage.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import styles from './Composer.module.css'
import { durationName, expiries } from './expiry.ts'

const ScheduleDialog = lazy(() => import('./ScheduleDialog.tsx').then((part) => ({ default: part.ScheduleDialog })))

interface ComposerOptionsProps {
  row: ConversationRow
  message: NewMessage
  /** Whether the message is one that could be sent. */
  mayGo: boolean
  expiry: number | null
  onExpiry(seconds: number | null): void
  onScheduled(sendAt: string): void
}

/** What else can be done than to send at once: later, or for a while only. */
export function ComposerOptions({ row, message, mayGo, expiry, onExpiry, onScheduled }: ComposerOptionsProps) {
  const { t } = useTranslation()
  const [isScheduling, setScheduling] = useState(false)
  return (
    <>
      <Menu label={t('messages.options')} buttonClass={styles.options} face={<Plus size={20} />}>
        <MenuItem icon={<CalendarClock size={17} />} onSelect={() => setScheduling(true)}>
          {t('messages.sendLater')}
        </MenuItem>
        {expiries.map((seconds) => (
          <MenuItem
            key={seconds}
            icon={expiry === seconds ? <Check size={17} /> : <Timer size={17} />}
            onSelect={() => onExpiry(expiry === seconds ? null : seconds)}
          >
            {t('messages.expiresAfter', { duration: durationName(seconds) })}
          </MenuItem>
        ))}
      </Menu>
      {isScheduling && (
        <Suspense>
          <ScheduleDialog
            row={row}
            message={mayGo ? message : null}
            onScheduled={onScheduled}
            onClose={() => setScheduling(false)}
          />
        </Suspense>
      )}
    </>
  )
}
