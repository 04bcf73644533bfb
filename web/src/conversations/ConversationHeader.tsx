import { ArrowLeft, Link2, PanelRight } from 'lucide-react'
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
  const isGroup = row.kind !== 'DIRECT'
  const size =
    row.memberCount === 1 ? t('conversations.onlyYou') : t('conversations.members', { count: row.memberCount })
  const about = isGroup ? size : t('conversations.kind.DIRECT')
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
      <IconButton label={t('members.details')} aria-expanded={isShowingMembers} onClick={onToggleMembers}>
        <PanelRight size={19} />
      </IconButton>
    </header>
  )
}
