import { Laptop, Smartphone } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { dateTime } from '../ui/times.ts'
import { useAction } from '../ui/useAction.ts'
import { usePaged } from '../ui/usePaged.ts'
import { deviceOf } from './deviceOf.ts'
import { EndOtherSessionsDocument, EndSessionDocument, MySessionsDocument, type MySessionsQuery } from './generated.ts'
import { ItemRow } from './ItemRow.tsx'
import { ownPage } from './ownPage.ts'
import { ListSection } from './ListSection.tsx'

type SessionItem = NonNullable<NonNullable<MySessionsQuery['me']>['sessions']>['edges'][number]['node']

const pageSize = 20

/** Where one is signed in. */
export function SessionList() {
  const { t } = useTranslation()
  const { client } = useChat()
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        ownPage((await read(client, MySessionsDocument, { first: pageSize, after })).me?.sessions),
      [client],
    ),
  )
  const end = useAction(async (sessionId: string) => {
    await change(client, EndSessionDocument, { input: { sessionId } })
    list.remove(({ id }) => id === sessionId)
  })
  const endOthers = useAction(async () => {
    await change(client, EndOtherSessionsDocument, {})
    await list.reload()
  })
  const hasOthers = list.items.some(({ current }) => !current)
  return (
    <ListSection
      title={t('settings.security.sessions')}
      about={t('settings.security.sessionsAbout')}
      action={
        hasOthers && (
          <Button look="danger" disabled={endOthers.isBusy} onClick={() => void endOthers.act()}>
            {t('settings.security.endOthers')}
          </Button>
        )
      }
      problem={end.problem ?? endOthers.problem}
      list={list}
      empty={t('settings.security.noSessions')}
      keyOf={({ id }) => id}
    >
      {(item) => <SessionRow session={item} isBusy={end.isBusy} onEnd={() => void end.act(item.id)} />}
    </ListSection>
  )
}

interface SessionRowProps {
  session: SessionItem
  isBusy: boolean
  onEnd(): void
}

function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const { t } = useTranslation()
  const { browser, system, isPhone } = deviceOf(session.device)
  const device = browser ?? t('settings.security.unknownDevice')
  const title = system ? t('settings.security.deviceOn', { browser: device, system }) : device
  return (
    <ItemRow
      icon={isPhone ? <Smartphone size={19} /> : <Laptop size={19} />}
      title={title}
      badge={session.current && t('settings.security.thisDevice')}
      hint={session.device ?? undefined}
      details={[
        session.address ?? false,
        t('settings.security.lastUsed', { when: dateTime(session.lastUsedAt) }),
        t('settings.security.since', { when: dateTime(session.createdAt) }),
      ]}
      action={
        !session.current && (
          <Button disabled={isBusy} aria-label={t('settings.security.endNamed', { device: title })} onClick={onEnd}>
            {t('settings.security.end')}
          </Button>
        )
      }
    />
  )
}
