import {
  Archive,
  ArchiveRestore,
  Bell,
  CircleDot,
  Ellipsis,
  Eraser,
  LogOut,
  MailCheck,
  Pin,
  PinOff,
} from 'lucide-react'
import { lazy, Suspense, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { MarkReadDocument } from '../generated.ts'
import { Menu, MenuItem, type MenuHandle } from '../ui/Menu.tsx'
import { useAction } from '../ui/useAction.ts'
import type { ConversationRow } from './conversationRow.ts'
import styles from './InboxRow.module.css'
import type { RowQuestion } from './RowDialog.tsx'
import { useKeep } from './useKeep.ts'

const RowDialog = lazy(() => import('./RowDialog.tsx'))

interface RowMenuProps {
  row: ConversationRow
  title: string
  handle: Ref<MenuHandle>
}

/** How the viewer keeps a conversation, and the ways out of it. */
export function RowMenu({ row, title, handle }: RowMenuProps) {
  const { t } = useTranslation()
  const keep = useKeep(row.id)
  const markRead = useMarkRead(row)
  const [question, setQuestion] = useState<RowQuestion | null>(null)
  const { pinned, archived, markedUnread } = row.viewerSettings
  const isUnread = row.unreadCount > 0 || markedUnread
  return (
    <div className={styles.menu}>
      <Menu
        label={t('conversations.moreAbout', { title })}
        buttonClass={styles.more}
        face={<Ellipsis size={18} />}
        handle={handle}
      >
        <MenuItem
          icon={pinned ? <PinOff size={17} /> : <Pin size={17} />}
          onSelect={() => void keep.act({ pinned: !pinned })}
        >
          {pinned ? t('conversations.unpin') : t('conversations.pin')}
        </MenuItem>
        {isUnread ? (
          <MenuItem icon={<MailCheck size={17} />} onSelect={() => void markRead()}>
            {t('conversations.markRead')}
          </MenuItem>
        ) : (
          <MenuItem icon={<CircleDot size={17} />} onSelect={() => void keep.act({ markedUnread: true })}>
            {t('conversations.markUnread')}
          </MenuItem>
        )}
        <MenuItem icon={<Bell size={17} />} onSelect={() => setQuestion('notifications')}>
          {t('conversations.notifications')}
        </MenuItem>
        <MenuItem
          icon={archived ? <ArchiveRestore size={17} /> : <Archive size={17} />}
          onSelect={() => void keep.act({ archived: !archived })}
        >
          {archived ? t('conversations.unarchive') : t('conversations.archive')}
        </MenuItem>
        <MenuItem icon={<Eraser size={17} />} onSelect={() => setQuestion('clear')}>
          {t('conversations.clear')}
        </MenuItem>
        {row.kind !== 'DIRECT' && (
          <MenuItem icon={<LogOut size={17} />} danger onSelect={() => setQuestion('leave')}>
            {t('conversations.leave')}
          </MenuItem>
        )}
      </Menu>
      {question && (
        <Suspense>
          <RowDialog row={row} title={title} question={question} onClose={() => setQuestion(null)} />
        </Suspense>
      )}
    </div>
  )
}

/** Everything there is counts as read, and the mark is gone. */
function useMarkRead({ id, lastMessage }: ConversationRow) {
  const { client, store } = useChat()
  return useAction(async () => {
    const seq = lastMessage?.seq ?? 0
    const { conversation } = (await change(client, MarkReadDocument, { input: { conversationId: id, seq } })).markRead
    store.markRead(id, seq)
    store.keep(id, { viewerSettings: conversation.viewerSettings })
  }).act
}
