import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { otherOf, titleOf } from '../conversations/titleOf.ts'
import { useInbox } from '../conversations/useInbox.ts'
import { ForwardMessageDocument, type MessagePartsFragment } from '../generated.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './ForwardDialog.module.css'

/** Asks where a message is to be forwarded to; it may go to several, one after the other. */
export default function ForwardDialog({ message, onClose }: { message: MessagePartsFragment; onClose(): void }) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const { rows } = useInbox()
  const [wanted, setWanted] = useState('')
  const found = rows.filter((row) => titleOf(row, viewerId).toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <Dialog title={t('messages.forwardTitle')} onClose={onClose}>
      <Field
        label={t('messages.forwardTo')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        autoFocus
      />
      <ul className={styles.list}>
        {found.map((row) => (
          <Target key={row.id} row={row} message={message} />
        ))}
      </ul>
      {found.length === 0 && <p>{t('messages.forwardNowhere')}</p>}
    </Dialog>
  )
}

function Target({ row, message }: { row: ConversationRow; message: MessagePartsFragment }) {
  const { t } = useTranslation()
  const { client, viewerId } = useChat()
  const [clientMessageId] = useState(() => newId())
  const [isDone, setDone] = useState(false)
  const { act, isBusy, problem } = useAction(async () => {
    const input = { messageId: message.id, conversationId: row.id, clientMessageId }
    await change(client, ForwardMessageDocument, { input })
    setDone(true)
  })
  const title = titleOf(row, viewerId)
  return (
    <li>
      <button
        type="button"
        className={styles.target}
        disabled={isBusy || isDone || !row.viewerMayWrite}
        onClick={() => void act()}
      >
        <Avatar id={otherOf(row, viewerId)?.id ?? row.id} name={title} size={36} square={row.kind !== 'DIRECT'} />
        <span dir="auto">{title}</span>
        <em role="status">{isDone ? t('messages.forwarded') : isBusy ? t('messages.sending') : null}</em>
      </button>
      <Problem>{problem}</Problem>
    </li>
  )
}
