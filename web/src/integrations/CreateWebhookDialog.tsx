import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { CreateWebhookDocument } from './generated.ts'
import { NewSecret } from './NewSecret.tsx'
import { WebhookFields, webhookOf } from './WebhookFields.tsx'

interface CreateWebhookDialogProps {
  conversationId: string
  onCreated(): Promise<void>
  onClose(): void
}

/** A new outgoing webhook, and then its secret, once. */
export function CreateWebhookDialog({ conversationId, onCreated, onClose }: CreateWebhookDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [secret, setSecret] = useState<string | null>(null)
  const create = async (values: FormData) => {
    const begin = values.get('begin') === 'start' ? { after: 0 } : {}
    const input = { conversationId, ...webhookOf(values), ...begin }
    setSecret((await change(client, CreateWebhookDocument, { input })).createWebhook.secret)
    void onCreated()
  }
  if (secret) return <NewSecret secret={secret} onClose={onClose} />
  return (
    <Dialog title={t('integrations.outgoing.create')} onClose={onClose}>
      <Form action={t('integrations.outgoing.createAction')} onSubmit={create}>
        <WebhookFields />
        <Select
          label={t('integrations.outgoing.begin')}
          name="begin"
          options={[
            ['now', t('integrations.outgoing.beginNow')],
            ['start', t('integrations.outgoing.beginStart')],
          ]}
        />
      </Form>
    </Dialog>
  )
}
