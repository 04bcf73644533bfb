import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { otherOf, titleOf } from '../conversations/titleOf.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import styles from './About.module.css'
import { EditConversationDialog } from './EditConversationDialog.tsx'
import { mayChangeTopic, mayManage } from './permissions.ts'
import { useDetails } from './useDetails.ts'

/** What a conversation is: picture, title, topic, size. */
export function About({ row }: { row: ConversationRow }) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const { details, reload, problem } = useDetails(row.id)
  const [isEditing, setEditing] = useState(false)
  const role = row.viewerMember?.role
  const isGroup = row.kind !== 'DIRECT'
  const title = titleOf(row, viewerId)
  const mayEdit = isGroup && (mayManage(role) || mayChangeTopic(row.kind, role))
  return (
    <section className={styles.about}>
      <Avatar
        id={otherOf(row, viewerId)?.id ?? row.id}
        name={title}
        url={details?.avatarUrl}
        size={72}
        square={isGroup}
      />
      <h3 dir="auto">{title}</h3>
      {details?.topic && (
        <p className={styles.topic} dir="auto">
          {details.topic}
        </p>
      )}
      <p className={styles.size}>
        {t(`conversations.kind.${row.kind}`)}
        {isGroup && ` · ${t('conversations.members', { count: row.memberCount })}`}
      </p>
      <Problem>{problem}</Problem>
      {details && mayEdit && (
        <Button look="quiet" onClick={() => setEditing(true)}>
          <PencilLine size={16} aria-hidden="true" />
          {t('members.edit')}
        </Button>
      )}
      {details && isEditing && (
        <EditConversationDialog row={row} details={details} onSaved={reload} onClose={() => setEditing(false)} />
      )}
    </section>
  )
}
