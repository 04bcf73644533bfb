import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { ItemRow } from '../settings/ItemRow.tsx'
import { AddBotDocument, type BotPartsFragment } from './generated.ts'
import { useManaged } from './useManaged.ts'

interface AddBotDialogProps {
  bot: BotPartsFragment
  onAdded(): Promise<void>
  onClose(): void
}

/** Makes a bot a member of a conversation that the viewer manages. */
export function AddBotDialog({ bot, onAdded, onClose }: AddBotDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const list = useManaged()
  const { act, isBusy, problem } = useAction(async (conversationId: string) => {
    await change(client, AddBotDocument, { input: { conversationId, userIds: [bot.id] } })
    void onAdded()
    onClose()
  })
  return (
    <Dialog title={t('integrations.bots.addTitle', { name: bot.name })} onClose={onClose}>
      <Problem>{problem}</Problem>
      <PagedList
        list={list}
        label={t('integrations.webhooks.conversations')}
        empty={t('integrations.bots.noneManaged')}
        keyOf={({ id }) => id}
      >
        {({ id, title, avatarUrl }) => (
          <ItemRow
            avatar={<Avatar id={id} name={title} url={avatarUrl} size={38} square />}
            title={<span dir="auto">{title}</span>}
            details={[]}
            action={
              <Button
                disabled={isBusy}
                aria-label={t('integrations.bots.addTo', { title })}
                onClick={() => void act(id)}
              >
                {t('integrations.bots.addAction')}
              </Button>
            }
          />
        )}
      </PagedList>
    </Dialog>
  )
}
