import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form, textOf } from '../session/Form.tsx'
import { atHandle } from '../ui/atHandle.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Select } from '../ui/Select.tsx'
import { AddBotDocument, CreateIncomingWebhookDocument } from './generated.ts'
import styles from './integrations.module.css'
import { NewAddress } from './NewAddress.tsx'
import { PurposeField } from './PurposeField.tsx'
import { useBots } from './useBots.ts'

interface CreateIncomingDialogProps {
  conversationId: string
  onCreated(): Promise<void>
  onClose(): void
}

/** Asks what an incoming webhook is for and as which bot it writes, and then shows its address, once. */
export function CreateIncomingDialog({ conversationId, onCreated, onClose }: CreateIncomingDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const bots = useBots()
  const [path, setPath] = useState<string | null>(null)
  const create = async (values: FormData) => {
    const botId = textOf(values, 'bot')
    await change(client, AddBotDocument, { input: { conversationId, userIds: [botId] } })
    const input = { conversationId, botId, name: textOf(values, 'name') }
    setPath((await change(client, CreateIncomingWebhookDocument, { input })).createIncomingWebhook.path)
    void onCreated()
  }
  if (path) return <NewAddress path={path} onClose={onClose} />
  const hasNone = bots.isLoaded && bots.items.length === 0
  return (
    <Dialog title={t('integrations.incoming.create')} onClose={onClose}>
      <Problem>{bots.problem}</Problem>
      {hasNone && (
        <>
          <p>{t('integrations.incoming.noBots')}</p>
          <Link href="/settings/bots" className={styles.link}>
            {t('integrations.incoming.toBots')}
          </Link>
        </>
      )}
      {bots.items.length > 0 && (
        <Form action={t('integrations.incoming.make')} onSubmit={create}>
          <PurposeField placeholder={t('integrations.incoming.namePlaceholder')} />
          <Select
            label={t('integrations.incoming.bot')}
            name="bot"
            options={bots.items.map(
              ({ id, name, handle }) => [id, handle === null ? name : `${name} (${atHandle(handle)})`] as const,
            )}
            hint={t('integrations.incoming.botHint')}
          />
        </Form>
      )}
    </Dialog>
  )
}
