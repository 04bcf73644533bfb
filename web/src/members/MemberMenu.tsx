import { Ban, Crown, Ellipsis, MessageCircle, ShieldBan, ShieldCheck, UserRoundCog, UserRoundMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { OpenDirectConversationDocument, type MemberRole } from '../generated.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { ChangeRoleDocument, UnblockMemberDocument, type MemberPartsFragment } from './generated.ts'
import type { MemberQuestion } from './MemberDialog.tsx'
import styles from './MemberRow.module.css'
import { mayManageRole, rolesToGive } from './permissions.ts'

interface MemberMenuProps {
  row: ConversationRow
  member: MemberPartsFragment
  onAsk(question: MemberQuestion): void
  onChanged(): void
}

/** What can be done about a member; what would be refused is not shown. */
export function MemberMenu({ row, member, onAsk, onChanged }: MemberMenuProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { user } = member
  const talk = useTalk(user.id)
  const giveRole = useAction(async (role: MemberRole) => {
    await change(client, ChangeRoleDocument, { input: { conversationId: row.id, userId: user.id, role } })
    onChanged()
  })
  const unblock = useAction(async () => {
    await change(client, UnblockMemberDocument, { input: { userId: user.id } })
    onChanged()
  })
  const ownRole = row.viewerMember?.role
  const isGroup = row.kind !== 'DIRECT'
  const mayRemove = isGroup && mayManageRole(ownRole, member.role)
  return (
    <>
      <Menu label={t('members.moreAbout', { name: user.name })} buttonClass={styles.more} face={<Ellipsis size={18} />}>
        {isGroup && !user.isDeleted && (
          <MenuItem icon={<MessageCircle size={18} />} onSelect={() => void talk.act()}>
            {t('members.talkInPrivate')}
          </MenuItem>
        )}
        {isGroup &&
          rolesToGive(ownRole, member.role).map((role) => (
            <MenuItem key={role} icon={<UserRoundCog size={18} />} onSelect={() => void giveRole.act(role)}>
              {t(`members.makeRole.${role as 'ADMIN' | 'MEMBER' | 'GUEST'}`)}
            </MenuItem>
          ))}
        {isGroup && ownRole === 'OWNER' && (
          <MenuItem icon={<Crown size={18} />} onSelect={() => onAsk('transfer')}>
            {t('members.transfer')}
          </MenuItem>
        )}
        {user.viewerBlocks ? (
          <MenuItem icon={<ShieldCheck size={18} />} onSelect={() => void unblock.act()}>
            {t('settings.blocked.unblock')}
          </MenuItem>
        ) : (
          <MenuItem icon={<ShieldBan size={18} />} onSelect={() => onAsk('block')}>
            {t('members.block')}
          </MenuItem>
        )}
        {mayRemove && (
          <MenuItem icon={<UserRoundMinus size={18} />} onSelect={() => onAsk('remove')} danger>
            {t('members.remove')}
          </MenuItem>
        )}
        {mayRemove && (
          <MenuItem icon={<Ban size={18} />} onSelect={() => onAsk('ban')} danger>
            {t('members.ban')}
          </MenuItem>
        )}
      </Menu>
      <Problem>{talk.problem ?? giveRole.problem ?? unblock.problem}</Problem>
    </>
  )
}

/** Opens the direct conversation with someone. */
function useTalk(userId: string) {
  const { client, inbox } = useChat()
  const [, navigate] = useLocation()
  return useAction(async () => {
    const { conversation } = (await change(client, OpenDirectConversationDocument, { input: { userId } }))
      .openDirectConversation
    inbox.add(conversation.id)
    navigate(`/c/${conversation.id}`)
  })
}
