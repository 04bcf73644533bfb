import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { CreateInviteDocument } from '../generated.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'

/** A link that lets whoever has it join. */
export function InviteDialog({ conversationId, onClose }: { conversationId: string; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [link, setLink] = useState('')
  const { act: create, problem } = useAction(async () => {
    const { invite } = (await change(client, CreateInviteDocument, { input: { conversationId } })).createInvite
    setLink(`${location.origin}/join/${encodeURIComponent(invite.code)}`)
  })
  useEffect(() => void create(), [])
  return (
    <Dialog title={t('conversations.inviteWithLink')} onClose={onClose}>
      <p>{t('conversations.inviteText')}</p>
      <Problem>{problem}</Problem>
      <CopyField label={t('conversations.inviteLink')} value={link} placeholder={t('conversations.makingLink')} />
    </Dialog>
  )
}
