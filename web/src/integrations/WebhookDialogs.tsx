import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { webhooksPath } from './addresses.ts'
import { DeleteWebhookDocument, UpdateWebhookDocument } from './generated.ts'
import type { OpenWebhook } from './openWebhook.ts'
import { ReplayDialog } from './ReplayDialog.tsx'
import { RotateSecretDialog } from './RotateSecretDialog.tsx'
import { WebhookFields, webhookOf } from './WebhookFields.tsx'

export type WebhookDialog = 'edit' | 'replay' | 'rotate' | 'delete'

interface WebhookDialogsProps {
  dialog: WebhookDialog
  webhook: OpenWebhook
  onChanged(): Promise<void>
  onClose(): void
}

/** What is asked before something is done about a webhook. */
export function WebhookDialogs({ dialog, ...props }: WebhookDialogsProps) {
  if (dialog === 'edit') return <EditWebhookDialog {...props} />
  if (dialog === 'replay') return <ReplayDialog {...props} onReplayed={props.onChanged} />
  if (dialog === 'rotate') return <RotateSecretDialog webhookId={props.webhook.id} onClose={props.onClose} />
  return <DeleteWebhookDialog {...props} />
}

type Asked = Omit<WebhookDialogsProps, 'dialog'>

function EditWebhookDialog({ webhook, onChanged, onClose }: Asked) {
  const { t } = useTranslation()
  const { client } = useChat()
  const save = async (values: FormData) => {
    await change(client, UpdateWebhookDocument, { input: { webhookId: webhook.id, ...webhookOf(values) } })
    void onChanged()
    onClose()
  }
  return (
    <Dialog title={t('integrations.outgoing.editTitle')} onClose={onClose}>
      <Form action={t('ui.save')} onSubmit={save}>
        <WebhookFields webhook={webhook} />
      </Form>
    </Dialog>
  )
}

function DeleteWebhookDialog({ webhook, onClose }: Asked) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [, navigate] = useLocation()
  const remove = async () => {
    await change(client, DeleteWebhookDocument, { input: { webhookId: webhook.id } })
    navigate(webhooksPath(webhook.conversation.id))
  }
  return (
    <ConfirmDialog
      title={t('integrations.webhooks.deleteTitle', { name: webhook.name })}
      text={t('integrations.outgoing.deleteText')}
      action={t('integrations.webhooks.delete')}
      run={remove}
      onClose={onClose}
    />
  )
}
