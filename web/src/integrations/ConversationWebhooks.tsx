import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Pending } from '../ui/Pending.tsx'
import { ConversationNameDocument } from './generated.ts'
import { IncomingList } from './IncomingList.tsx'
import styles from './integrations.module.css'
import { OutgoingList } from './OutgoingList.tsx'
import { useLoaded } from './useLoaded.ts'

/** What goes out of a conversation, and what services write in it. */
export function ConversationWebhooks({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { value, problem, reload } = useLoaded(
    useCallback(
      async () => (await read(client, ConversationNameDocument, { id: conversationId })).conversation,
      [client, conversationId],
    ),
  )
  if (!value) return <Pending problem={problem} onRetry={() => void reload()} />
  return (
    <>
      <h3 className={styles.heading} dir="auto">
        {value.title ?? t('conversations.untitled')}
      </h3>
      <OutgoingList conversationId={conversationId} />
      <IncomingList conversationId={conversationId} />
    </>
  )
}
