import { ArrowLeft, Link2, PanelRight, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { mayManage } from '../members/permissions.ts'
import { PresenceText } from '../presence/PresenceText.tsx'
import { WithPresence } from '../presence/WithPresence.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './ConversationHeader.module.css'
import type { Panel } from './ConversationPanels.tsx'
import type { ConversationRow } from './conversationRow.ts'
import { otherOf, titleOf } from './titleOf.ts'

interface ConversationHeaderProps {
  row: ConversationRow
  /** What stands beside the messages. */
  panel: NonNullable<Panel>['kind'] | null
  onInvite(): void
  onPanel(panel: Panel): void
}

export function ConversationHeader({ row, panel, onInvite, onPanel }: ConversationHeaderProps) {
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
      <WithPresence userId={otherOf(row, viewerId)?.id}>
        <Avatar id={otherOf(row, viewerId)?.id ?? row.id} name={title} size={38} square={isGroup} />
      </WithPresence>
      <div className={styles.names}>
        <h1 dir="auto">{title}</h1>
        <p>
          <PresenceText userId={otherOf(row, viewerId)?.id} otherwise={about} />
        </p>
      </div>
      {isGroup && mayManage(row.viewerMember?.role) && (
        <button type="button" className={styles.invite} onClick={onInvite} aria-label={t('conversations.invite')}>
          <Link2 size={18} aria-hidden="true" />
          <span>{t('conversations.invite')}</span>
        </button>
      )}
      <IconButton
        label={t('messages.search')}
        aria-expanded={panel === 'search'}
        onClick={() => onPanel(panel === 'search' ? null : { kind: 'search' })}
      >
        <Search size={19} />
      </IconButton>
      <IconButton
        label={t('members.details')}
        aria-expanded={panel === 'members'}
        onClick={() => onPanel(panel === 'members' ? null : { kind: 'members' })}
      >
        <PanelRight size={19} />
      </IconButton>
    </header>
  )
}
