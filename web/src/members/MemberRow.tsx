import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atHandle } from '../ui/atHandle.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { WithPresence } from '../presence/WithPresence.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import type { MemberPartsFragment } from './generated.ts'
import { MemberDialog, type MemberQuestion } from './MemberDialog.tsx'
import { MemberMenu } from './MemberMenu.tsx'
import styles from './MemberRow.module.css'

interface MemberRowProps {
  row: ConversationRow
  member: MemberPartsFragment
  /** Something changed of which no event tells. */
  onChanged(): void
}

/** A member, and what the viewer may do about them. */
export function MemberRow({ row, member, onChanged }: MemberRowProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const [question, setQuestion] = useState<MemberQuestion | null>(null)
  const { user, role } = member
  const isViewer = user.id === viewerId
  return (
    <div className={styles.row}>
      <WithPresence userId={user.id}>
        <Avatar id={user.id} name={user.name} url={user.avatarUrl} size={38} />
      </WithPresence>
      <div className={styles.who}>
        <span className={styles.heading}>
          <span className={styles.name} dir="auto">
            {user.name}
          </span>
          {user.isBot && <Badge look="quiet">{t('ui.bot')}</Badge>}
        </span>
        <span className={styles.soft} dir="auto">
          {user.handle === null ? t('ui.guest') : atHandle(user.handle)}
          {isViewer && ` · ${t('members.you')}`}
          {user.statusText && ` · ${user.statusText}`}
        </span>
      </div>
      {role !== 'MEMBER' && <Badge>{t(`members.role.${role}`)}</Badge>}
      {!isViewer && <MemberMenu row={row} member={member} onAsk={setQuestion} onChanged={onChanged} />}
      {question && (
        <MemberDialog
          row={row}
          user={user}
          question={question}
          onChanged={onChanged}
          onClose={() => setQuestion(null)}
        />
      )}
    </div>
  )
}
