import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { CreateInviteDocument } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './InviteDialog.module.css'

/** A link that lets whoever has it join. */
export function InviteDialog({ conversationId, onClose }: { conversationId: string; onClose(): void }) {
  const { client } = useChat()
  const [link, setLink] = useState('')
  const [isCopied, setCopied] = useState(false)
  const { act: create, problem } = useAction(async () => {
    const { invite } = (await change(client, CreateInviteDocument, { input: { conversationId } })).createInvite
    setLink(`${location.origin}/join/${encodeURIComponent(invite.code)}`)
  })
  useEffect(() => void create(), [])
  const copy = async () => setCopied(await copyText(link))
  return (
    <Dialog title="Invite with a link" onClose={onClose}>
      <p>Whoever opens this link can join and read what was said.</p>
      <Problem>{problem}</Problem>
      <div className={styles.link}>
        <input
          readOnly
          aria-label="Invite link"
          value={link}
          placeholder="Making a link…"
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" disabled={!link} onClick={() => void copy()}>
          {isCopied ? <Check size={18} /> : <Copy size={18} />}
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {isCopied ? 'The link is on the clipboard.' : ''}
      </p>
    </Dialog>
  )
}
