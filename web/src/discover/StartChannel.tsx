import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form, textOf } from '../session/Form.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { CreateChannelDocument } from './generated.ts'

/** A channel that anyone finds and joins; for announcements, only those who run it write. */
export function StartChannel({ onStarted }: { onStarted(id: string): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [clientChannelId] = useState(() => newId())
  const start = async (values: FormData) => {
    const input = {
      title: textOf(values, 'title'),
      topic: textOf(values, 'topic') || null,
      announcement: values.has('announcement'),
      clientChannelId,
    }
    onStarted((await change(client, CreateChannelDocument, { input })).createChannel.conversation.id)
  }
  return (
    <Form action={t('discover.createChannel')} onSubmit={start}>
      <Field
        label={t('discover.channelName')}
        name="title"
        required
        maxLength={120}
        autoFocus
        placeholder={t('discover.channelPlaceholder')}
      />
      <Field label={t('members.topic')} name="topic" maxLength={250} placeholder={t('members.topicPlaceholder')} />
      <Checkbox name="announcement" label={t('discover.announcement')} hint={t('discover.announcementHint')} />
    </Form>
  )
}
