import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { ApiKeyList } from '../settings/ApiKeyList.tsx'
import { Section } from '../settings/Section.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Pending } from '../ui/Pending.tsx'
import { BotConversations } from './BotConversations.tsx'
import { BotFields, botOf } from './BotFields.tsx'
import { DeleteBotDocument, OneBotDocument, UpdateBotDocument, type BotPartsFragment } from './generated.ts'
import { useLoaded } from './useLoaded.ts'

/** One bot: how it is seen, where it is, the keys of its programs. */
export function BotPage({ botId }: { botId: string }) {
  const { t } = useTranslation()
  const { client, viewerId } = useChat()
  const bot = useLoaded<BotPartsFragment>(
    useCallback(async () => {
      const { user } = await read(client, OneBotDocument, { id: botId })
      if (user?.owner?.id !== viewerId) throw new ApiError('NOT_FOUND', t('integrations.bots.gone'))
      return user
    }, [client, viewerId, botId, t]),
  )
  const { value } = bot
  if (!value) return <Pending problem={bot.problem} onRetry={() => void bot.reload()} />
  return (
    <>
      <BotProfile key={value.handle} bot={value} onSaved={bot.set} />
      <BotConversations bot={value} />
      <ApiKeyList ownerId={botId} botId={botId} about={t('integrations.bots.keysAbout')} />
      <DeleteBot bot={value} />
    </>
  )
}

function BotProfile({ bot, onSaved }: { bot: BotPartsFragment; onSaved(bot: BotPartsFragment): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const save = async (values: FormData) => {
    const input = { botId: bot.id, ...botOf(values) }
    onSaved((await change(client, UpdateBotDocument, { input })).updateBot.bot)
  }
  return (
    <Section title={bot.name} about={t('integrations.bots.profileAbout')}>
      <Form action={t('ui.save')} done={t('ui.saved')} onSubmit={save}>
        <BotFields bot={bot} />
      </Form>
    </Section>
  )
}

function DeleteBot({ bot: { id, name } }: { bot: BotPartsFragment }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    await change(client, DeleteBotDocument, { input: { botId: id } })
    navigate('/settings/bots')
  }
  return (
    <Section title={t('integrations.bots.delete')} about={t('integrations.bots.deleteAbout')} danger>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('integrations.bots.deleteOpen')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('integrations.bots.deleteTitle', { name })}
          text={t('integrations.bots.deleteText')}
          action={t('integrations.bots.deleteAction')}
          run={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
