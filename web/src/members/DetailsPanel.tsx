import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../ui/Segments.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { About } from './About.tsx'
import { BanList } from './BanList.tsx'
import { InviteList } from './InviteList.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { MemberList } from './MemberList.tsx'
import type { MembersPanelProps } from './MembersPanel.tsx'
import styles from './Panel.module.css'
import { mayManage } from './permissions.ts'

type Tab = 'members' | 'invites' | 'bans'

const tabs: readonly Tab[] = ['members', 'invites', 'bans']

/** A conversation's details: what it is about, who is in it, and what the viewer may do about it. */
export default function DetailsPanel({ row, onInvite, onClose }: MembersPanelProps) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('members')
  const [isLeaving, setLeaving] = useState(false)
  const ownRole = row.viewerMember?.role
  const isManager = row.kind !== 'DIRECT' && mayManage(ownRole)
  return (
    <SidePanel title={t('members.details')} onClose={onClose}>
      <div className={styles.scroller}>
        <About row={row} />
        {isManager && (
          <div className={styles.tabs}>
            <Segments<Tab>
              label={t('members.show')}
              value={tab}
              options={tabs.map((value) => ({ value, shown: t(`members.tab.${value}`) }))}
              onChange={setTab}
            />
          </div>
        )}
        {(tab === 'members' || !isManager) && <MemberList row={row} onInvite={isManager ? onInvite : undefined} />}
        {isManager && tab === 'invites' && <InviteList conversationId={row.id} />}
        {isManager && tab === 'bans' && <BanList conversationId={row.id} />}
      </div>
      {row.kind !== 'DIRECT' && (
        <footer className={styles.actions}>
          <button type="button" className={styles.action} data-danger="true" onClick={() => setLeaving(true)}>
            <LogOut size={18} aria-hidden="true" />
            {t('members.leave')}
          </button>
        </footer>
      )}
      {isLeaving && <LeaveDialog row={row} onClose={() => setLeaving(false)} />}
    </SidePanel>
  )
}
