import type { ApolloClient } from '@apollo/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { InvitePageDocument, MakeInviteDocument } from './generated.ts'

/** The newest links are looked at: a group has at most 100 that hold. */
const lookedAt = 20

/** A link that lets whoever has it join: the one there is, where it has no end and may be used by any number. */
export default function InviteByLink({ conversationId, onClose }: { conversationId: string; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [link, setLink] = useState('')
  const { act: make, problem } = useAction(async () => {
    const code = (await lastingCode(client, conversationId)) ?? (await newCode(client, conversationId))
    setLink(`${location.origin}/join/${encodeURIComponent(code)}`)
  })
  useEffect(() => void make(), [])
  return (
    <Dialog title={t('conversations.inviteWithLink')} onClose={onClose}>
      <p>{t('conversations.inviteText')}</p>
      <Problem>{problem}</Problem>
      <CopyField label={t('conversations.inviteLink')} value={link} placeholder={t('conversations.makingLink')} />
    </Dialog>
  )
}

async function lastingCode(client: ApolloClient, id: string): Promise<string | undefined> {
  const { invites } = (await read(client, InvitePageDocument, { id, first: lookedAt, after: null })).conversation
  const edge = invites?.edges.find(
    ({ node }) => node.expiresAt === null && node.maxUses === null && node.role === 'MEMBER',
  )
  return edge?.node.code
}

const newCode = async (client: ApolloClient, conversationId: string): Promise<string> =>
  (await change(client, MakeInviteDocument, { input: { conversationId } })).createInvite.invite.code
