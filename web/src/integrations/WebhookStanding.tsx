import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/locale.ts'
import { Badge } from '../ui/Badge.tsx'
import type { WebhookPartsFragment } from './generated.ts'
import { eventTypes, isEventType } from './eventTypes.ts'
import { useReasonOf } from './useReasonOf.ts'
import styles from './WebhookStanding.module.css'

const looks = { ACTIVE: 'accent', RETRYING: 'danger', PAUSED: 'quiet', FAILING: 'danger' } as const

/** Whether a webhook delivers, why not where it does not, and what it delivers. */
export function WebhookStanding({ webhook }: { webhook: WebhookPartsFragment }) {
  const { t } = useTranslation()
  const reasonOf = useReasonOf()
  const wanted = webhook.eventTypes?.map((type) =>
    isEventType(type) ? t(`integrations.outgoing.event.${type}`) : type,
  )
  const shown = webhook.state === 'ACTIVE' && webhook.failures > 0 ? 'RETRYING' : webhook.state
  return (
    <div className={styles.standing}>
      <p role="status">
        <Badge look={looks[shown]}>{t(`integrations.outgoing.state.${shown}`)}</Badge> {reasonOf(webhook)}
      </p>
      <ul className={styles.facts}>
        <li>{t('integrations.outgoing.owner', { name: webhook.owner.name })}</li>
        <li>{t('integrations.outgoing.delivered', { rev: formatNumber(webhook.deliveredRev) })}</li>
        <li>
          {t('integrations.outgoing.events')}:{' '}
          {wanted && wanted.length < eventTypes.length ? wanted.join(' · ') : t('integrations.outgoing.allEvents')}
        </li>
      </ul>
    </div>
  )
}
