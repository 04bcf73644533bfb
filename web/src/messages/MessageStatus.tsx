import { Check, CircleAlert, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutgoingMessage } from '../outbox/newMessage.ts'
import styles from './MessageStatus.module.css'

/** How far one's own message has come: a clock while it is on its way, a tick once the server has it. */
export function MessageStatus({ outgoing }: { outgoing: OutgoingMessage | null }) {
  const { t } = useTranslation()
  const [Icon, key] = faceOf(outgoing)
  const label = t(key)
  return (
    <span className={styles.status} role="img" aria-label={label} title={label}>
      <Icon size={13} strokeWidth={2.5} aria-hidden="true" />
    </span>
  )
}

function faceOf(outgoing: OutgoingMessage | null) {
  if (!outgoing || outgoing.status === 'sent') return [Check, 'messages.sent'] as const
  if (outgoing.status === 'failed') return [CircleAlert, 'messages.notSent'] as const
  return [Clock, outgoing.attempts > 0 ? 'messages.waiting' : 'messages.sending'] as const
}
