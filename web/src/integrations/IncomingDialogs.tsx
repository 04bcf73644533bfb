import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { DeleteIncomingWebhookDocument, RotateIncomingWebhookSecretDocument } from './generated.ts'
import type { Incoming } from './incoming.ts'
import { NewAddress } from './NewAddress.tsx'

export interface IncomingDialog {
  ask: 'newAddress' | 'delete'
  webhook: Incoming
}

interface IncomingDialogsProps extends IncomingDialog {
  onDeleted(id: string): void
  onClose(): void
}

/** What is asked before something is done about an incoming webhook. */
export function IncomingDialogs({ ask, webhook, onDeleted, onClose }: IncomingDialogsProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  if (ask === 'newAddress') return <NewAddressDialog webhook={webhook} onClose={onClose} />
  const remove = async () => {
    await change(client, DeleteIncomingWebhookDocument, { input: { incomingWebhookId: webhook.id } })
    onDeleted(webhook.id)
  }
  return (
    <ConfirmDialog
      title={t('integrations.webhooks.deleteTitle', { name: webhook.name })}
      text={t('integrations.incoming.deleteText')}
      action={t('integrations.webhooks.delete')}
      run={remove}
      onClose={onClose}
    />
  )
}

function NewAddressDialog({ webhook: { id, name }, onClose }: { webhook: Incoming; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [path, setPath] = useState<string | null>(null)
  const { act, isBusy, problem } = useAction(async () => {
    const input = { incomingWebhookId: id }
    setPath((await change(client, RotateIncomingWebhookSecretDocument, { input })).rotateIncomingWebhookSecret.path)
  })
  if (path) return <NewAddress path={path} onClose={onClose} />
  return (
    <Dialog title={t('integrations.incoming.newAddressTitle', { name })} onClose={onClose}>
      <p>{t('integrations.incoming.newAddressText')}</p>
      <Problem>{problem}</Problem>
      <Button look="danger" disabled={isBusy} onClick={() => void act()}>
        {t('integrations.incoming.newAddress')}
      </Button>
    </Dialog>
  )
}
