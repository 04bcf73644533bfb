import { Ellipsis, MessageCircle, UserRoundMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { OpenDirectConversationDocument, type MemberRole } from '../generated.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './MemberRow.module.css'
import { mayRemove } from './permissions.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import type { Member } from './useMembers.ts'

interface MemberRowProps {
  conversationId: string
  member: Member
  ownRole: MemberRole | undefined
}

export function MemberRow({ conversationId, member, ownRole }: MemberRowProps) {
  const { t } = useTranslation()
  const { client, inbox, viewerId } = useChat()
  const [, navigate] = useLocation()
  const [isRemoving, setRemoving] = useState(false)
  const { user, role } = member
  const isViewer = user.id === viewerId
  const { act: talk, problem } = useAction(async () => {
    const { openDirectConversation } = await change(client, OpenDirectConversationDocument, {
      input: { userId: user.id },
    })
    inbox.add(openDirectConversation.conversation.id)
    navigate(`/c/${openDirectConversation.conversation.id}`)
  })
  return (
    <li className={styles.row}>
      <Avatar id={user.id} name={user.name} size={38} />
      <div className={styles.who}>
        <span className={styles.name}>{user.name}</span>
        <span className={styles.soft}>
          {user.isGuest ? t('ui.guest') : `@${user.handle}`}
          {isViewer && ` · ${t('members.you')}`}
        </span>
      </div>
      {role !== 'MEMBER' && <span className={styles.role}>{t(`members.role.${role}`)}</span>}
      {!isViewer && (
        <Menu
          label={t('members.moreAbout', { name: user.name })}
          buttonClass={styles.more}
          face={<Ellipsis size={18} />}
        >
          <MenuItem icon={<MessageCircle size={18} />} onSelect={() => void talk()}>
            {t('members.talkInPrivate')}
          </MenuItem>
          {mayRemove(ownRole, role) && (
            <MenuItem icon={<UserRoundMinus size={18} />} onSelect={() => setRemoving(true)} danger>
              {t('members.remove')}
            </MenuItem>
          )}
        </Menu>
      )}
      {isRemoving && <RemoveDialog conversationId={conversationId} user={user} onClose={() => setRemoving(false)} />}
      {problem && <Problem>{problem}</Problem>}
    </li>
  )
}
