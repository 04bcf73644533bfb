import { Link2, LogOut, PencilLine, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../conversations/applyEvent.ts'
import { RenameDialog } from '../conversations/RenameDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './MembersPanel.module.css'
import { mayManage } from './permissions.ts'
import { useMembers } from './useMembers.ts'

interface MembersPanelProps {
  row: ConversationRow
  onInvite(): void
  onClose(): void
}

/** Who is in a group, and what may be done about it. */
export function MembersPanel({ row, onInvite, onClose }: MembersPanelProps) {
  const { t } = useTranslation()
  const { members, hasMore, loadMore, problem } = useMembers(row.id)
  const [dialog, setDialog] = useState<'rename' | 'leave' | null>(null)
  const panel = useRef<HTMLElement>(null)
  const ownRole = row.viewerMember?.role
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t('members.members')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles.header}>
        <h2>{t('conversations.members', { count: row.memberCount })}</h2>
        <IconButton label={t('members.close')} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      <Problem>{problem}</Problem>
      <ul className={styles.list}>
        {members.map((member) => (
          <MemberRow key={member.user.id} conversationId={row.id} member={member} ownRole={ownRole} />
        ))}
      </ul>
      {hasMore && (
        <Button look="quiet" wide onClick={() => void loadMore()}>
          {t('ui.showMore')}
        </Button>
      )}
      <footer className={styles.actions}>
        {mayManage(ownRole) && (
          <PanelAction icon={<Link2 size={18} />} name={t('conversations.inviteWithLink')} onClick={onInvite} />
        )}
        {mayManage(ownRole) && (
          <PanelAction
            icon={<PencilLine size={18} />}
            name={t('conversations.rename')}
            onClick={() => setDialog('rename')}
          />
        )}
        <PanelAction icon={<LogOut size={18} />} name={t('members.leave')} onClick={() => setDialog('leave')} danger />
      </footer>
      {dialog === 'rename' && (
        <RenameDialog conversationId={row.id} title={row.title ?? ''} onClose={() => setDialog(null)} />
      )}
      {dialog === 'leave' && <LeaveDialog row={row} onClose={() => setDialog(null)} />}
    </aside>
  )
}

interface PanelActionProps {
  icon: ReactNode
  name: string
  onClick(): void
  danger?: boolean
}

function PanelAction({ icon, name, onClick, danger = false }: PanelActionProps) {
  return (
    <button type="button" className={styles.action} data-danger={danger} onClick={onClick}>
      {icon}
      {name}
    </button>
  )
}
