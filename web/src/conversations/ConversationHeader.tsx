import { ArrowLeft, Link2, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { mayManage } from '../members/permissions.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { ConversationRow } from './applyEvent.ts'
import styles from './ConversationHeader.module.css'
import { otherOf, titleOf } from './titleOf.ts'

interface ConversationHeaderProps {
  row: ConversationRow
  isShowingMembers: boolean
  onInvite(): void
  onToggleMembers(): void
}

export function ConversationHeader({ row, isShowingMembers, onInvite, onToggleMembers }: ConversationHeaderProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const title = titleOf(row, viewerId)
  const isGroup = row.kind === 'GROUP'
  const size =
    row.memberCount === 1 ? t('conversations.onlyYou') : t('conversations.members', { count: row.memberCount })
  const about = isGroup ? size : t('conversations.private')
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.back} aria-label={t('conversations.back')}>
        <ArrowLeft size={20} />
      </Link>
      <Avatar id={otherOf(row, viewerId)?.id ?? row.id} name={title} size={38} square={isGroup} />
      <div className={styles.names}>
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
      {isGroup && mayManage(row.viewerMember?.role) && (
        <button type="button" className={styles.invite} onClick={onInvite} aria-label={t('conversations.invite')}>
          <Link2 size={18} aria-hidden="true" />
          <span>{t('conversations.invite')}</span>
        </button>
      )}
      {isGroup && (
        <IconButton label={t('members.members')} aria-expanded={isShowingMembers} onClick={onToggleMembers}>
          <UsersRound size={19} />
        </IconButton>
      )}
    </header>
  )
}
