import { useTranslation } from 'react-i18next'
import { dateTime } from '../ui/times.ts'
import type { WebhookPartsFragment, WebhookPauseReason } from './generated.ts'

/** Says why a webhook stands as it does. */
export function useReasonOf(): (webhook: WebhookPartsFragment) => string {
  const { t } = useTranslation()
  return ({ state, pauseReason, failures, nextAttemptAt, lag, owner }) => {
    if (state === 'PAUSED') return t(`integrations.outgoing.pausedBy.${toldPause(pauseReason)}`, { name: owner.name })
    if (state === 'FAILING') return t('integrations.outgoing.reason.failing', { count: failures })
    if (failures > 0 && nextAttemptAt)
      return t('integrations.outgoing.reason.retrying', { count: failures, when: dateTime(nextAttemptAt) })
    return lag > 0
      ? t('integrations.outgoing.reason.waiting', { count: lag })
      : t('integrations.outgoing.reason.upToDate')
  }
}

/** Of a pause that stands without its reason, somebody knows more. */
const toldPause = (reason: WebhookPauseReason | null) =>
  reason === 'OWNER_LEFT' || reason === 'OWNER_DELETED' ? reason : 'BY_HAND'
