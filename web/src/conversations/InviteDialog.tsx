import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation()
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
    <Dialog title={t('conversations.inviteWithLink')} onClose={onClose}>
      <p>{t('conversations.inviteText')}</p>
      <Problem>{problem}</Problem>
      <div className={styles.link}>
        <input
          readOnly
          aria-label={t('conversations.inviteLink')}
          value={link}
          placeholder={t('conversations.makingLink')}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" disabled={!link} onClick={() => void copy()}>
          {isCopied ? <Check size={18} /> : <Copy size={18} />}
          {isCopied ? t('ui.copied') : t('ui.copy')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {isCopied ? t('conversations.linkCopied') : ''}
      </p>
    </Dialog>
  )
}
