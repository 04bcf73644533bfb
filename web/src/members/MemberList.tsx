import { Link2, UserRoundPlus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { usePaged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { AddPeopleDialog } from './AddPeopleDialog.tsx'
import { findMembers } from './findMembers.ts'
import { MemberPageDocument } from './generated.ts'
import { MemberRow } from './MemberRow.tsx'
import styles from './Panel.module.css'

const pageSize = 50
/** A search reads more at a time: it shows few of them. */
const searchSize = 100
/** Fewer can be looked through. */
const worthSearching = 20
const changesMembers = new Set(['MemberAdded', 'MemberRemoved', 'RoleChanged'])

interface MemberListProps {
  row: ConversationRow
  /** Given where the viewer may add and invite. */
  onInvite: (() => void) | undefined
}

/** The members in the order in which they joined, or those that one looks for; read again when one of them changes. */
export function MemberList({ row, onInvite }: MemberListProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const { id, memberCount } = row
  const list = useMembers(id, useSettled(text.trim()))
  const { reload } = list
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
      {(memberCount > worthSearching || text) && (
        <div className={styles.finding}>
          <Field
            label={t('members.find')}
            type="search"
            value={text}
            maxLength={64}
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
          />
        </div>
      )}
      <PagedList list={list} label={t('members.members')} empty={t('members.notFound')} keyOf={({ user }) => user.id}>
        {(member) => <MemberRow row={row} member={member} onChanged={() => void reload()} />}
      </PagedList>
      {isAdding && <AddPeopleDialog conversationId={id} onAdded={reload} onClose={() => setAdding(false)} />}
    </div>
  )
}

function useMembers(id: string, words: string) {
  const { client, events } = useChat()
  const load = useCallback(
    async (after: string | null) => {
      const page = (first: number) => async (from: string | null) =>
        (await read(client, MemberPageDocument, { id, first, after: from })).conversation.members
      return words ? findMembers(page(searchSize), words, after) : page(pageSize)(after)
    },
    [client, id, words],
  )
  const list = usePaged(load)
  const { reload } = list
  useEffect(
    () =>
      events.subscribe((happened) => {
        const isOurs = happened.kind === 'applied' && happened.conversationId === id
        if (isOurs && changesMembers.has(happened.event.__typename)) void reload()
      }),
    [events, id, reload],
  )
  return list
}
