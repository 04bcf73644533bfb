import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { RemoveMemberDocument } from '../generated.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { BanMemberDocument, BlockUserDocument, TransferOwnershipDocument } from './generated.ts'

/** What is asked about before it is done to a member. */
export type MemberQuestion = 'remove' | 'ban' | 'transfer' | 'block'

interface MemberDialogProps {
  row: ConversationRow
  user: { id: string; name: string }
  question: MemberQuestion
  onChanged(): void
  onClose(): void
}

export function MemberDialog({ row, user, question, onChanged, onClose }: MemberDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const input = { conversationId: row.id, userId: user.id }
  const run: Record<MemberQuestion, () => Promise<unknown>> = {
    remove: () => change(client, RemoveMemberDocument, { input }),
    ban: () => change(client, BanMemberDocument, { input }),
    transfer: () => change(client, TransferOwnershipDocument, { input }),
    block: () => change(client, BlockUserDocument, { input: { userId: user.id } }),
  }
  return (
    <ConfirmDialog
      title={t(`members.ask.${question}.title`, { name: user.name })}
      text={t(`members.ask.${question}.text`)}
      action={t(`members.ask.${question}.action`)}
      look={question === 'transfer' ? 'primary' : 'danger'}
      run={async () => {
        await run[question]()
        onChanged()
      }}
      onClose={onClose}
    />
  )
}
