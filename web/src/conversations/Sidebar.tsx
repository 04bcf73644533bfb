import { Compass, Search, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { NotificationBell } from '../notifications/NotificationBell.tsx'
import { AccountMenu } from '../session/AccountMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Logo } from '../ui/Logo.tsx'
import { InboxList } from './InboxList.tsx'
import { NewConversationDialog } from './NewConversationDialog.tsx'
import styles from './Sidebar.module.css'

/** The column of conversations, with what belongs to the person above it. */
export function Sidebar({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isStarting, setStarting] = useState(false)
  return (
    <nav className={styles.sidebar} aria-label={t('conversations.conversations')}>
      <header className={styles.header}>
        <Logo size={26} />
        <span className={styles.name}>Parley</span>
        <IconButton label={t('conversations.start')} onClick={() => setStarting(true)}>
          <SquarePen size={19} />
        </IconButton>
        <NotificationBell openId={openId} />
        <AccountMenu />
      </header>
      <div className={styles.finding}>
        <Link href="/search" className={styles.search}>
          <Search size={16} aria-hidden="true" />
          {t('discover.search')}
        </Link>
        <IconButton label={t('discover.channels')} onClick={() => navigate('/channels')}>
          <Compass size={19} />
        </IconButton>
      </div>
      <div className={styles.scroller}>
        <InboxList openId={openId} onStart={() => setStarting(true)} />
      </div>
      {isStarting && <NewConversationDialog onClose={() => setStarting(false)} />}
    </nav>
  )
}
