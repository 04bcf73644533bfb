import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { botPath } from './addresses.ts'
import { BotFields, botOf } from './BotFields.tsx'
import { CreateBotDocument } from './generated.ts'

/** A new bot, and then to where it gets its keys and conversations. */
export function CreateBotDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [, navigate] = useLocation()
  const create = async (values: FormData) => {
    const { bot } = (await change(client, CreateBotDocument, { input: botOf(values) })).createBot
    onClose()
    navigate(botPath(bot.id))
  }
  return (
    <Dialog title={t('integrations.bots.createTitle')} onClose={onClose}>
      <Form action={t('integrations.bots.create')} onSubmit={create}>
        <BotFields autoFocus />
      </Form>
    </Dialog>
  )
}
