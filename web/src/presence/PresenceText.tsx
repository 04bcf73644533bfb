import { useTranslation } from 'react-i18next'
import { clockTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import { usePresence } from './usePresence.ts'

/** By the clock where it was today: no minutes that have to be counted. */
const moment = (at: number, now: number): string =>
  new Date(at).toDateString() === new Date(now).toDateString() ? clockTime(at) : shortTime(at, now)

/** In words how the other one of a direct conversation is; `otherwise` where that is not known. */
export function PresenceText({ userId, otherwise }: { userId: string | undefined; otherwise: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const presence = usePresence(userId)
  if (presence?.availability === 'ONLINE') return t('live.online')
  if (presence?.availability === 'AWAY') return t('live.away')
  if (!presence?.lastSeenAt) return otherwise
  return t('live.lastSeen', { time: moment(Date.parse(presence.lastSeenAt), now) })
}
