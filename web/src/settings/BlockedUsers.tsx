import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { atHandle } from '../ui/atHandle.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useAction } from '../ui/useAction.ts'
import { usePaged } from '../ui/usePaged.ts'
import { MyBlockedUsersDocument, UnblockUserDocument } from './generated.ts'
import { ItemRow } from './ItemRow.tsx'
import { ownPage } from './ownPage.ts'
import { ListSection } from './ListSection.tsx'

const pageSize = 50

/** Whom the viewer blocks. */
export function BlockedUsers() {
  const { t } = useTranslation()
  const { client } = useChat()
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        ownPage((await read(client, MyBlockedUsersDocument, { first: pageSize, after })).me?.blockedUsers),
      [client],
    ),
  )
  const unblock = useAction(async (userId: string) => {
    await change(client, UnblockUserDocument, { input: { userId } })
    list.remove(({ id }) => id === userId)
  })
  return (
    <ListSection
      title={t('settings.blocked.title')}
      about={t('settings.blocked.about')}
      problem={unblock.problem}
      list={list}
      empty={t('settings.blocked.none')}
      keyOf={({ id }) => id}
    >
      {(user) => (
        <ItemRow
          avatar={<Avatar id={user.id} name={user.name} url={user.avatarUrl} size={38} />}
          title={<span dir="auto">{user.name}</span>}
          details={[user.handle !== null && atHandle(user.handle)]}
          action={
            <Button
              disabled={unblock.isBusy}
              aria-label={t('settings.blocked.unblockNamed', { name: user.name })}
              onClick={() => void unblock.act(user.id)}
            >
              {t('settings.blocked.unblock')}
            </Button>
          }
        />
      )}
    </ListSection>
  )
}
