import { RefreshCw, Trash2, Webhook } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ItemRow } from '../settings/ItemRow.tsx'
import { ListSection } from '../settings/ListSection.tsx'
import { NewButton } from '../settings/NewButton.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { dateTime } from '../ui/times.ts'
import { usePaged } from '../ui/usePaged.ts'
import { CreateIncomingDialog } from './CreateIncomingDialog.tsx'
import { ConversationIncomingWebhooksDocument } from './generated.ts'
import type { Incoming } from './incoming.ts'
import { IncomingDialogs, type IncomingDialog } from './IncomingDialogs.tsx'

const pageSize = 20

/** Addresses under which services write in a conversation. */
export function IncomingList({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [dialog, setDialog] = useState<'create' | IncomingDialog | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        const variables = { id: conversationId, first: pageSize, after }
        const { incomingWebhooks } = (await read(client, ConversationIncomingWebhooksDocument, variables)).conversation
        if (!incomingWebhooks) throw new ApiError('FORBIDDEN', t('integrations.webhooks.notForYou'))
        return incomingWebhooks
      },
      [client, conversationId, t],
    ),
  )
  const close = () => setDialog(null)
  return (
    <>
      <ListSection
        title={t('integrations.incoming.title')}
        about={t('integrations.incoming.about')}
        action={<NewButton label={t('integrations.incoming.create')} onClick={() => setDialog('create')} />}
        list={list}
        empty={t('integrations.incoming.none')}
        keyOf={({ id }) => id}
      >
        {(webhook) => <IncomingRow webhook={webhook} onAsk={(ask) => setDialog({ ask, webhook })} />}
      </ListSection>
      {dialog === 'create' && (
        <CreateIncomingDialog conversationId={conversationId} onCreated={list.reload} onClose={close} />
      )}
      {dialog !== null && dialog !== 'create' && (
        <IncomingDialogs {...dialog} onDeleted={(gone) => list.remove(({ id }) => id === gone)} onClose={close} />
      )}
    </>
  )
}

function IncomingRow({ webhook, onAsk }: { webhook: Incoming; onAsk(ask: IncomingDialog['ask']): void }) {
  const { t } = useTranslation()
  const { name, bot, createdAt } = webhook
  return (
    <ItemRow
      icon={<Webhook size={18} />}
      title={<span dir="auto">{name}</span>}
      details={[
        t('integrations.incoming.as', { name: bot.name }),
        t('integrations.incoming.made', { when: dateTime(createdAt) }),
      ]}
      action={
        <span>
          <IconButton label={t('integrations.incoming.newAddressNamed', { name })} onClick={() => onAsk('newAddress')}>
            <RefreshCw size={18} />
          </IconButton>
          <IconButton label={t('integrations.webhooks.deleteNamed', { name })} onClick={() => onAsk('delete')}>
            <Trash2 size={18} />
          </IconButton>
        </span>
      }
    />
  )
}
