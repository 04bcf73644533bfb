import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { mayManage } from '../members/permissions.ts'
import { ItemRow } from '../settings/ItemRow.tsx'
import { ListSection } from '../settings/ListSection.tsx'
import { NewButton } from '../settings/NewButton.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { usePaged } from '../ui/usePaged.ts'
import { AddBotDialog } from './AddBotDialog.tsx'
import {
  BotConversationsDocument,
  RemoveBotDocument,
  type BotConversationsQuery,
  type BotPartsFragment,
} from './generated.ts'

type Shared = BotConversationsQuery['conversations']['edges'][number]['node']

const pageSize = 20

/** Where a bot is a member, as far as the viewer is one too. */
export function BotConversations({ bot }: { bot: BotPartsFragment }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [dialog, setDialog] = useState<'add' | Shared | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) =>
        (await read(client, BotConversationsDocument, { botId: bot.id, first: pageSize, after })).conversations,
      [client, bot.id],
    ),
  )
  const titleOf = ({ title }: Shared) => title ?? t('conversations.untitled')
  const remove = async (conversationId: string) => {
    await change(client, RemoveBotDocument, { input: { conversationId, userId: bot.id } })
    list.remove(({ id }) => id === conversationId)
  }
  return (
    <>
      <ListSection
        title={t('integrations.bots.conversations')}
        about={t('integrations.bots.conversationsAbout')}
        action={<NewButton look="plain" label={t('integrations.bots.add')} onClick={() => setDialog('add')} />}
        list={list}
        empty={t('integrations.bots.noConversations')}
        keyOf={({ id }) => id}
      >
        {(shared) => <SharedRow shared={shared} title={titleOf(shared)} onRemove={() => setDialog(shared)} />}
      </ListSection>
      {dialog === 'add' && <AddBotDialog bot={bot} onAdded={list.reload} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'add' && (
        <ConfirmDialog
          title={t('integrations.bots.removeTitle', { name: bot.name, title: titleOf(dialog) })}
          text={t('integrations.bots.removeText')}
          action={t('integrations.bots.remove')}
          run={() => remove(dialog.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

function SharedRow({ shared, title, onRemove }: { shared: Shared; title: string; onRemove(): void }) {
  const { t } = useTranslation()
  return (
    <ItemRow
      avatar={<Avatar id={shared.id} name={title} url={shared.avatarUrl} size={38} square />}
      title={<span dir="auto">{title}</span>}
      details={[]}
      action={
        mayManage(shared.viewerMember?.role) && (
          <Button aria-label={t('integrations.bots.removeFrom', { title })} onClick={onRemove}>
            {t('integrations.bots.remove')}
          </Button>
        )
      }
    />
  )
}
