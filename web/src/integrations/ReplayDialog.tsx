import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { formatNumber } from '../i18n/locale.ts'
import { Form } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { ReplayWebhookDocument } from './generated.ts'
import type { OpenWebhook } from './openWebhook.ts'

interface ReplayDialogProps {
  webhook: OpenWebhook
  /** What stands in the field at first; else the beginning of the conversation. */
  from?: number
  onReplayed(): Promise<void>
  onClose(): void
}

/** Asks from which event on everything is delivered again. */
export function ReplayDialog({ webhook, from = 1, onReplayed, onClose }: ReplayDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const last = webhook.conversation.rev
  const replay = async (values: FormData) => {
    const input = { webhookId: webhook.id, from: Number(values.get('from')) }
    await change(client, ReplayWebhookDocument, { input })
    void onReplayed()
    onClose()
  }
  return (
    <Dialog title={t('integrations.outgoing.replayTitle')} onClose={onClose}>
      <p>{t('integrations.outgoing.replayText')}</p>
      <Form action={t('integrations.outgoing.replayAction')} onSubmit={replay}>
        <Field
          label={t('integrations.outgoing.replayFrom')}
          name="from"
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={last}
          defaultValue={from}
          hint={t('integrations.outgoing.replayHint', { last: formatNumber(last) })}
        />
      </Form>
    </Dialog>
  )
}
