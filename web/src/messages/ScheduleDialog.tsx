import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import {
  CancelScheduledMessageDocument,
  ScheduledMessagesDocument,
  ScheduleMessageDocument,
  type ScheduledMessagesQuery,
} from '../generated.ts'
import { inputOf } from '../outbox/inputOf.ts'
import type { NewMessage } from '../outbox/newMessage.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Problem } from '../ui/Problem.tsx'
import { fullTime } from '../ui/times.ts'
import { useAction } from '../ui/useAction.ts'
import styles from './ScheduleDialog.module.css'

interface ScheduleDialogProps {
  row: ConversationRow
  /** What is to be sent; null where nothing is written: then the dialog shows what waits. */
  message: NewMessage | null
  onScheduled(sendAt: string): void
  onClose(): void
}

type Scheduled = ScheduledMessagesQuery['scheduledMessages']['edges'][number]['node']

/** When a message is to be sent, and what waits to be sent in this conversation. */
export function ScheduleDialog({ row, message, onScheduled, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [id] = useState(() => newId())
  const [at, setAt] = useState(() => localTime(Date.now() + 3_600_000))
  const waiting = useScheduled(row.id)
  const { act, isBusy, problem } = useAction(async () => {
    const sendAt = new Date(at).toISOString()
    const input = { ...inputOf({ ...message!, id, conversationId: row.id }), sendAt }
    await change(client, ScheduleMessageDocument, { input })
    onClose()
    onScheduled(sendAt)
  })
  return (
    <Dialog title={t('messages.scheduleTitle')} onClose={onClose}>
      {message ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void act()
          }}
        >
          <p className={styles.text} dir="auto">
            {message.text || message.attachments.map((file) => file.name).join(', ')}
          </p>
          <Field
            label={t('messages.sendAt')}
            type="datetime-local"
            required
            value={at}
            min={localTime(Date.now())}
            onChange={(event) => setAt(event.target.value)}
          />
          <Problem>{problem}</Problem>
          <Button type="submit" look="primary" disabled={isBusy || !at}>
            {t('messages.schedule')}
          </Button>
        </form>
      ) : (
        <p>{t('messages.scheduleHint')}</p>
      )}
      <Problem>{waiting.problem}</Problem>
      {waiting.list.length > 0 && <h3>{t('messages.scheduled')}</h3>}
      <ul className={styles.list}>
        {waiting.list.map((each) => (
          <li key={each.id}>
            <p dir="auto">{each.text || each.attachments.map((file) => file.name).join(', ')}</p>
            <time dateTime={each.sendAt}>{fullTime(Date.parse(each.sendAt))}</time>
            {each.failure && <p className={styles.failure}>{t('messages.scheduleFailed')}</p>}
            <Button look="quiet" onClick={() => void waiting.cancel(each.id)}>
              {t('messages.doNotSend')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What waits to be sent. At most 100 messages of one sender wait in a conversation: one page holds them all. */
function useScheduled(conversationId: string) {
  const { client } = useChat()
  const [list, setList] = useState<Scheduled[]>([])
  const load = useCallback(async () => {
    const { scheduledMessages } = await read(client, ScheduledMessagesDocument, { conversationId })
    setList(scheduledMessages.edges.map(({ node }) => node))
  }, [client, conversationId])
  const first = useAction(load)
  useEffect(() => void first.act(), [load])
  const cancel = useAction(async (id: string) => {
    await change(client, CancelScheduledMessageDocument, { input: { id } })
    await load()
  })
  return { list, cancel: cancel.act, problem: first.problem ?? cancel.problem }
}

/** As `datetime-local` fields have it: local, to the minute. */
function localTime(at: number): string {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
