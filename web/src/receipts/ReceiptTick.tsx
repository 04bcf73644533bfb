import { Check, CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Reach } from './receipts.ts'
import styles from './ReceiptTick.module.css'
import { useReach } from './ReceiptsContext.tsx'

/** One tick: the server has it. Two: it has reached everyone. Two bright ones: it was read. */
export function ReceiptTick({ seq }: { seq: number | undefined }) {
  const { t } = useTranslation()
  const reach = useReach(seq)
  const label = reach.state === 'seen' && !reach.all ? t('live.seenBy', { count: reach.count }) : t(labels[reach.state])
  const Icon = reach.state === 'sent' ? Check : CheckCheck
  return (
    <span className={styles.tick} data-reach={reach.state} role="img" aria-label={label} title={label}>
      <Icon size={reach.state === 'sent' ? 13 : 15} strokeWidth={2.5} aria-hidden="true" />
    </span>
  )
}

const labels = {
  sent: 'messages.sent',
  delivered: 'live.delivered',
  seen: 'live.seen',
} as const satisfies Record<Reach['state'], string>
