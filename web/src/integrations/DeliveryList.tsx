import { CircleCheck, CircleX, RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { formatNumber } from '../i18n/locale.ts'
import { ItemRow } from '../settings/ItemRow.tsx'
import { ListSection } from '../settings/ListSection.tsx'
import { Button } from '../ui/Button.tsx'
import { dateTime } from '../ui/times.ts'
import { emptyPage, usePaged } from '../ui/usePaged.ts'
import { isEventType } from './eventTypes.ts'
import { WebhookAttemptsDocument, type WebhookAttemptsQuery } from './generated.ts'
import type { OpenWebhook } from './openWebhook.ts'
import { ReplayDialog } from './ReplayDialog.tsx'
import { useErrorOf } from './useErrorOf.ts'

type Attempt = NonNullable<WebhookAttemptsQuery['webhook']>['attempts']['edges'][number]['node']

interface DeliveryListProps {
  webhook: OpenWebhook
  /** Another one after each try: then the list is read again, unless somebody reads further down in it. */
  position: string
  onReplayed(): Promise<void>
}

const pageSize = 20

/** What was posted, and what came of it; from each on it can be done again. */
export function DeliveryList({ webhook, position, onReplayed }: DeliveryListProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [replayed, setReplayed] = useState<number | null>(null)
  const { id } = webhook
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        (await read(client, WebhookAttemptsDocument, { id, first: pageSize, after })).webhook?.attempts ??
        emptyPage<Attempt>(),
      [client, id],
    ),
  )
  const shown = useRef(position)
  const { items, reload } = list
  useEffect(() => {
    if (shown.current === position) return
    shown.current = position
    if (items.length <= pageSize) void reload()
  }, [position, items.length, reload])
  return (
    <>
      <ListSection
        title={t('integrations.outgoing.deliveries')}
        about={t('integrations.outgoing.deliveriesAbout')}
        action={
          <Button disabled={list.isBusy} onClick={() => void Promise.all([reload(), onReplayed()])}>
            <RefreshCw size={17} aria-hidden="true" />
            {t('integrations.outgoing.refresh')}
          </Button>
        }
        list={list}
        empty={t('integrations.outgoing.noDeliveries')}
        keyOf={({ deliveryId, at }) => deliveryId + at}
      >
        {(attempt) => <AttemptRow attempt={attempt} onReplay={() => setReplayed(attempt.rev)} />}
      </ListSection>
      {replayed !== null && (
        <ReplayDialog webhook={webhook} from={replayed} onReplayed={onReplayed} onClose={() => setReplayed(null)} />
      )}
    </>
  )
}

function AttemptRow({ attempt, onReplay }: { attempt: Attempt; onReplay(): void }) {
  const { t } = useTranslation()
  const errorOf = useErrorOf()
  const { eventType, rev, at, status, latencyMs, error } = attempt
  const number = formatNumber(rev)
  return (
    <ItemRow
      icon={
        error === null ? <CircleCheck size={18} color="var(--accent)" /> : <CircleX size={18} color="var(--danger)" />
      }
      title={isEventType(eventType) ? t(`integrations.outgoing.event.${eventType}`) : eventType}
      details={[
        error === null
          ? t('integrations.outgoing.ok', { status: String(status) })
          : t('integrations.outgoing.failed', { error: errorOf(error) }),
        [
          t('integrations.outgoing.eventNumber', { rev: number }),
          dateTime(at),
          t('integrations.outgoing.took', { ms: formatNumber(latencyMs) }),
        ].join(' · '),
      ]}
      action={
        <Button aria-label={t('integrations.outgoing.replayHereNamed', { rev: number })} onClick={onReplay}>
          {t('integrations.outgoing.replayHere')}
        </Button>
      }
    />
  )
}
