import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { atHandle } from '../ui/atHandle.ts'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { usePaged } from '../ui/usePaged.ts'
import { BanPageDocument, UnbanMemberDocument } from './generated.ts'
import styles from './MemberRow.module.css'
import panel from './Panel.module.css'

const pageSize = 50

/** Who may not come back. */
export function BanList({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        const { bans } = (await read(client, BanPageDocument, { id: conversationId, first: pageSize, after }))
          .conversation
        if (!bans) throw new ApiError('FORBIDDEN', t('members.notForYou'))
        return bans
      },
      [client, conversationId, t],
    ),
  )
  const unban = useAction(async (userId: string) => {
    await change(client, UnbanMemberDocument, { input: { conversationId, userId } })
    list.remove(({ user }) => user.id === userId)
  })
  return (
    <div className={panel.list}>
      <Problem>{unban.problem}</Problem>
      <PagedList list={list} label={t('members.tab.bans')} empty={t('members.noBans')} keyOf={({ user }) => user.id}>
        {({ user }) => (
          <div className={styles.row}>
            <Avatar id={user.id} name={user.name} url={user.avatarUrl} size={38} />
            <div className={styles.who}>
              <span className={styles.name} dir="auto">
                {user.name}
              </span>
              <span className={styles.soft}>{user.handle === null ? t('ui.guest') : atHandle(user.handle)}</span>
            </div>
            <Button
              disabled={unban.isBusy}
              aria-label={t('members.unbanNamed', { name: user.name })}
              onClick={() => void unban.act(user.id)}
            >
              {t('members.unban')}
            </Button>
          </div>
        )}
      </PagedList>
    </div>
  )
}
