import { Link2, UserRoundPlus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { PagedList } from '../ui/PagedList.tsx'
import { usePaged } from '../ui/usePaged.ts'
import { AddPeopleDialog } from './AddPeopleDialog.tsx'
import { MemberPageDocument } from './generated.ts'
import { MemberRow } from './MemberRow.tsx'
import styles from './Panel.module.css'

const pageSize = 50
const changesMembers = new Set(['MemberAdded', 'MemberRemoved', 'RoleChanged'])

interface MemberListProps {
  row: ConversationRow
  /** Given where the viewer may add and invite. */
  onInvite: (() => void) | undefined
}

/** The members in the order in which they joined, read again when one of them changes. */
export function MemberList({ row, onInvite }: MemberListProps) {
  const { t } = useTranslation()
  const { client, events } = useChat()
  const [isAdding, setAdding] = useState(false)
  const { id } = row
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        (await read(client, MemberPageDocument, { id, first: pageSize, after })).conversation.members,
      [client, id],
    ),
  )
  const { reload } = list
  useEffect(
    () =>
      events.subscribe((happened) => {
        const isOurs = happened.kind === 'applied' && happened.conversationId === id
        if (isOurs && changesMembers.has(happened.event.__typename)) void reload()
      }),
    [events, id, reload],
  )
  return (
    <div className={styles.list}>
      {onInvite && (
        <div className={styles.adding}>
          <button type="button" className={styles.action} onClick={() => setAdding(true)}>
            <UserRoundPlus size={18} aria-hidden="true" />
            {t('members.add')}
          </button>
          <button type="button" className={styles.action} onClick={onInvite}>
            <Link2 size={18} aria-hidden="true" />
            {t('conversations.inviteWithLink')}
          </button>
        </div>
      )}
      <PagedList list={list} label={t('members.members')} empty="" keyOf={({ user }) => user.id}>
        {(member) => <MemberRow row={row} member={member} onChanged={() => void reload()} />}
      </PagedList>
      {isAdding && <AddPeopleDialog conversationId={id} onAdded={reload} onClose={() => setAdding(false)} />}
    </div>
  )
}
