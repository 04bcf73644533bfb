import { Unlink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { InvitePreviewDocument, JoinConversationDocument, type InvitePreviewQuery } from '../generated.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './JoinPage.module.css'

/** What an invite link leads to: what one is invited to, and one button. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useTranslation()
  const { client, inbox } = useChat()
  const [, navigate] = useLocation()
  const [preview, setPreview] = useState<InvitePreviewQuery['invite'] | null>(null)
  const open = (id: string) => {
    inbox.add(id)
    navigate(`/c/${id}`, { replace: true })
  }
  const { act: look, problem: previewProblem } = useAction(async () => {
    const { invite } = await read(client, InvitePreviewDocument, { code })
    if (invite.joined) open(invite.conversationId)
    else setPreview(invite)
  })
  const {
    act: join,
    isBusy,
    problem,
  } = useAction(async () => {
    const { conversation } = (await change(client, JoinConversationDocument, { input: { code } })).joinConversation
    open(conversation.id)
  })
  useEffect(() => void look(), [code])
  const title = preview?.title ?? t('conversations.aConversation')
  if (previewProblem) return <BrokenInvite problem={previewProblem} />
  if (!preview) return null
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Avatar id={preview.conversationId} name={title} size={64} square />
        <p>{t('conversations.invitedTo')}</p>
        <h1 dir="auto">{title}</h1>
        <p>{t('conversations.members', { count: preview.memberCount })}</p>
        <Problem>{problem}</Problem>
        <Button look="primary" wide autoFocus disabled={isBusy} onClick={() => void join()}>
          {t('conversations.join')}
        </Button>
        <Link href="/">{t('conversations.notNow')}</Link>
      </div>
    </main>
  )
}

function BrokenInvite({ problem }: { problem: string }) {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<Unlink size={26} />} title={t('conversations.linkBroken')}>
      <p role="alert">{problem}</p>
      <Link href="/">{t('conversations.goToConversations')}</Link>
    </EmptyState>
  )
}
