import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { namesOf } from '../messages/namesOf.ts'
import type { ConversationRow } from './conversationRow.ts'
import styles from './InboxRow.module.css'

/** What was said last, or what the viewer has begun to write and not sent. */
export function Preview({ row, isOpen }: { row: ConversationRow; isOpen: boolean }) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const draft = isOpen ? undefined : row.viewerDraft?.text.trim()
  return (
    <span className={styles.preview} data-unread={row.unreadCount > 0} dir="auto">
      {draft ? (
        <>
          <em className={styles.draft}>{t('conversations.draft')}</em> {draft.slice(0, 140)}
        </>
      ) : (
        previewOf(row, viewerId, t)
      )}
    </span>
  )
}

function previewOf({ lastMessage, kind }: ConversationRow, viewerId: string, t: TFunction): string {
  if (!lastMessage) return t('conversations.nothingSaid')
  if (lastMessage.deletedAt || lastMessage.hiddenForMe) return t('conversations.messageDeleted')
  const text = (lastMessage.text || namesOf(lastMessage.attachments)).slice(0, 140)
  if (lastMessage.sender.id === viewerId) return t('conversations.previewOwn', { text })
  return kind === 'DIRECT' ? text : t('conversations.previewOther', { name: lastMessage.sender.name, text })
}
