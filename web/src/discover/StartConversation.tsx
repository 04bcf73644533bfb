import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StartChannel } from './StartChannel.tsx'
import { StartDirect } from './StartDirect.tsx'
import { StartGroup } from './StartGroup.tsx'

type Kind = 'group' | 'direct' | 'channel'

const kinds: readonly Kind[] = ['group', 'direct', 'channel']
const forms = { group: StartGroup, direct: StartDirect, channel: StartChannel }

/** The way to a new conversation, of whichever kind. Loaded when it is wanted. */
export default function StartConversation({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { inbox } = useChat()
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<Kind>('group')
  const Form = forms[kind]
  const open = (id: string) => {
    inbox.add(id)
    onClose()
    navigate(`/c/${id}`)
  }
  return (
    <Dialog title={t('conversations.start')} onClose={onClose}>
      <Segments<Kind>
        label={t('discover.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, shown: t(`discover.start.${value}`) }))}
        onChange={setKind}
      />
      <Form onStarted={open} />
    </Dialog>
  )
}
