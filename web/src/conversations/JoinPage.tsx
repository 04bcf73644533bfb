import { Unlink } from 'lucide-react'
import { useEffect, useState } from 'react'
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
  const title = preview?.title ?? 'A conversation'
  if (previewProblem) return <BrokenInvite problem={previewProblem} />
  if (!preview) return null
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Avatar id={preview.conversationId} name={title} size={64} square />
        <p>You are invited to</p>
        <h1>{title}</h1>
        <p>{preview.memberCount === 1 ? '1 member' : `${preview.memberCount} members`}</p>
        <Problem>{problem}</Problem>
        <Button look="primary" wide autoFocus disabled={isBusy} onClick={() => void join()}>
          Join the conversation
        </Button>
        <Link href="/">Not now</Link>
      </div>
    </main>
  )
}

function BrokenInvite({ problem }: { problem: string }) {
  return (
    <EmptyState icon={<Unlink size={26} />} title="This link does not work">
      <p role="alert">{problem}</p>
      <Link href="/">Go to your conversations</Link>
    </EmptyState>
  )
}
