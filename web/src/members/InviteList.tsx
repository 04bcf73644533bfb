import { Plus } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { Problem } from '../ui/Problem.tsx'
import { dateTime } from '../ui/times.ts'
import { useAction } from '../ui/useAction.ts'
import { usePaged } from '../ui/usePaged.ts'
import { InvitePageDocument, RevokeInviteDocument, type InvitePageQuery } from './generated.ts'
import styles from './InviteList.module.css'
import { MakeInviteDialog } from './MakeInviteDialog.tsx'
import panel from './Panel.module.css'

type Invite = NonNullable<InvitePageQuery['conversation']['invites']>['edges'][number]['node']

const pageSize = 50

/** The links that lead in and still hold. */
export function InviteList({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [isMaking, setMaking] = useState(false)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        const variables = { id: conversationId, first: pageSize, after }
        const { invites } = (await read(client, InvitePageDocument, variables)).conversation
        if (!invites) throw new ApiError('FORBIDDEN', t('members.notForYou'))
        return invites
      },
      [client, conversationId, t],
    ),
  )
  const revoke = useAction(async (code: string) => {
    await change(client, RevokeInviteDocument, { input: { code } })
    list.remove((invite) => invite.code === code)
  })
  return (
    <div className={panel.list}>
      <button type="button" className={panel.action} onClick={() => setMaking(true)}>
        <Plus size={18} aria-hidden="true" />
        {t('members.invite.make')}
      </button>
      <Problem>{revoke.problem}</Problem>
      <PagedList
        list={list}
        label={t('members.tab.invites')}
        empty={t('members.invite.none')}
        keyOf={({ code }) => code}
      >
        {(invite) => <InviteRow invite={invite} isBusy={revoke.isBusy} onRevoke={() => void revoke.act(invite.code)} />}
      </PagedList>
      {isMaking && (
        <MakeInviteDialog conversationId={conversationId} onMade={list.reload} onClose={() => setMaking(false)} />
      )}
    </div>
  )
}

function InviteRow({ invite, isBusy, onRevoke }: { invite: Invite; isBusy: boolean; onRevoke(): void }) {
  const { t } = useTranslation()
  const { code, role, uses, maxUses, expiresAt, createdBy, createdAt } = invite
  return (
    <div className={styles.invite}>
      <div className={styles.words}>
        <code>…/join/{code.slice(0, 10)}…</code>
        <span>
          {maxUses === null
            ? t('members.invite.uses', { count: uses })
            : t('members.invite.usesOf', { count: uses, most: maxUses })}
          {role === 'GUEST' && ` · ${t('members.role.GUEST')}`}
          {' · '}
          {expiresAt === null ? t('members.invite.noEnd') : t('members.invite.until', { when: dateTime(expiresAt) })}
        </span>
        <span>{t('members.invite.by', { name: createdBy.name, when: dateTime(createdAt) })}</span>
      </div>
      <Button disabled={isBusy} aria-label={t('members.invite.revokeNamed', { code })} onClick={onRevoke}>
        {t('members.invite.revoke')}
      </Button>
    </div>
  )
}
