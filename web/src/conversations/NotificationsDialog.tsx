import { useTranslation } from 'react-i18next'
import type { NotificationLevel } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Segments } from '../ui/Segments.tsx'
import { dateTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import type { ConversationRow } from './conversationRow.ts'
import { isMuted } from './isMuted.ts'
import styles from './NotificationsDialog.module.css'
import { useKeep } from './useKeep.ts'

const levels: readonly NotificationLevel[] = ['ALL', 'MENTIONS', 'NONE']
const hours = { hour: 1, eight: 8, week: 168 } as const
const hourMs = 3_600_000
/** As good as for ever. */
const alwaysHours = 24 * 365 * 50

interface NotificationsDialogProps {
  row: ConversationRow
  title: string
  onClose(): void
}

/** What the viewer is told of a conversation, and until when nothing at all. */
export function NotificationsDialog({ row, title, onClose }: NotificationsDialogProps) {
  const { t } = useTranslation()
  const { act, isBusy, problem } = useKeep(row.id)
  const now = useNow()
  const { notificationLevel, mutedUntil } = row.viewerSettings
  const mute = (count: number) => void act({ mutedUntil: new Date(Date.now() + count * hourMs).toISOString() })
  const isFarAway = mutedUntil !== null && Date.parse(mutedUntil) - now > (alwaysHours / 2) * hourMs
  return (
    <Dialog title={t('conversations.notificationsOf', { title })} onClose={onClose}>
      <section className={styles.part}>
        <h3>{t('conversations.tellMe')}</h3>
        <Segments<NotificationLevel>
          label={t('conversations.tellMe')}
          value={notificationLevel}
          options={levels.map((value) => ({ value, shown: t(`conversations.level.${value}`) }))}
          onChange={(level) => void act({ notificationLevel: level })}
        />
      </section>
      <section className={styles.part}>
        <h3>{t('conversations.mute')}</h3>
        {isMuted(row, now) ? (
          <>
            <p>
              {isFarAway
                ? t('conversations.mutedForGood')
                : t('conversations.mutedUntil', { when: dateTime(mutedUntil ?? '') })}
            </p>
            <Button disabled={isBusy} onClick={() => void act({ mutedUntil: null })}>
              {t('conversations.unmute')}
            </Button>
          </>
        ) : (
          <div className={styles.choices}>
            {Object.entries(hours).map(([name, count]) => (
              <Button key={name} disabled={isBusy} onClick={() => mute(count)}>
                {t(`conversations.muteFor.${name as keyof typeof hours}`)}
              </Button>
            ))}
            <Button disabled={isBusy} onClick={() => mute(alwaysHours)}>
              {t('conversations.muteFor.always')}
            </Button>
          </div>
        )}
      </section>
      <Problem>{problem}</Problem>
    </Dialog>
  )
}
