import { KeyRound, Pause, Pencil, Play, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { PauseWebhookDocument, ResumeWebhookDocument } from './generated.ts'
import styles from './integrations.module.css'
import type { OpenWebhook } from './openWebhook.ts'
import { WebhookDialogs, type WebhookDialog } from './WebhookDialogs.tsx'

/** What can be done about a webhook. */
export function WebhookActions({ webhook, onChanged }: { webhook: OpenWebhook; onChanged(): Promise<void> }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [dialog, setDialog] = useState<WebhookDialog | null>(null)
  const input = { webhookId: webhook.id }
  const pause = useAction(async () => {
    await change(client, PauseWebhookDocument, { input })
    await onChanged()
  })
  const resume = useAction(async () => {
    await change(client, ResumeWebhookDocument, { input })
    await onChanged()
  })
  const isActive = webhook.state === 'ACTIVE'
  return (
    <>
      <Problem>{pause.problem ?? resume.problem}</Problem>
      <div className={styles.actions}>
        {isActive ? (
          <Button disabled={pause.isBusy} onClick={() => void pause.act()}>
            <Pause size={17} aria-hidden="true" />
            {t('integrations.outgoing.pause')}
          </Button>
        ) : (
          <Button look="primary" disabled={resume.isBusy} onClick={() => void resume.act()}>
            <Play size={17} aria-hidden="true" />
            {t('integrations.outgoing.resume')}
          </Button>
        )}
        <Button onClick={() => setDialog('edit')}>
          <Pencil size={17} aria-hidden="true" />
          {t('integrations.outgoing.edit')}
        </Button>
        <Button onClick={() => setDialog('replay')}>
          <RotateCcw size={17} aria-hidden="true" />
          {t('integrations.outgoing.replay')}
        </Button>
        <Button onClick={() => setDialog('rotate')}>
          <KeyRound size={17} aria-hidden="true" />
          {t('integrations.outgoing.rotate')}
        </Button>
        <Button look="danger" onClick={() => setDialog('delete')}>
          <Trash2 size={17} aria-hidden="true" />
          {t('integrations.webhooks.delete')}
        </Button>
      </div>
      {dialog && (
        <WebhookDialogs dialog={dialog} webhook={webhook} onChanged={onChanged} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
