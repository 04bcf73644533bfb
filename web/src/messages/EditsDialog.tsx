import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { MessageEditsDocument, type MessageEditsQuery, type MessagePartsFragment } from '../generated.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { fullTime } from '../ui/times.ts'
import { useAction } from '../ui/useAction.ts'
import styles from './EditsDialog.module.css'

type Edit = MessageEditsQuery['messageEdits']['edges'][number]['node']

/** The texts that a message had, the newest first. A message is edited 100 times at most: one page holds them all. */
export default function EditsDialog({ message, onClose }: { message: MessagePartsFragment; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [edits, setEdits] = useState<Edit[]>([])
  const { act, problem } = useAction(async () => {
    const { messageEdits } = await read(client, MessageEditsDocument, { messageId: message.id })
    setEdits(messageEdits.edges.map(({ node }) => node).reverse())
  })
  useEffect(() => void act(), [message.version])
  const now = { version: message.version, text: message.text, writtenAt: message.editedAt ?? message.createdAt }
  return (
    <Dialog title={t('messages.editsTitle')} onClose={onClose}>
      <Problem>{problem}</Problem>
      <ol className={styles.edits}>
        {[now, ...edits].map(({ version, text, writtenAt }) => (
          <li key={version}>
            <time dateTime={writtenAt}>{fullTime(Date.parse(writtenAt))}</time>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
