import { Send } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ApiError } from '../../../client/errors/apiError.ts'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ItemRow } from '../settings/ItemRow.tsx'
import { ListSection } from '../settings/ListSection.tsx'
import { NewButton } from '../settings/NewButton.tsx'
import { usePaged } from '../ui/usePaged.ts'
import { webhookPath } from './addresses.ts'
import { CreateWebhookDialog } from './CreateWebhookDialog.tsx'
import { ConversationWebhooksDocument, type WebhookPartsFragment } from './generated.ts'
import styles from './integrations.module.css'
import { useReasonOf } from './useReasonOf.ts'

const pageSize = 20

/** Where the events of a conversation are posted. */
export function OutgoingList({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [isCreating, setCreating] = useState(false)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        const variables = { id: conversationId, first: pageSize, after }
        const { webhooks } = (await read(client, ConversationWebhooksDocument, variables)).conversation
        if (!webhooks) throw new ApiError('FORBIDDEN', t('integrations.webhooks.notForYou'))
        return webhooks
      },
      [client, conversationId, t],
    ),
  )
  return (
    <>
      <ListSection
        title={t('integrations.outgoing.title')}
        about={t('integrations.outgoing.about')}
        action={<NewButton label={t('integrations.outgoing.create')} onClick={() => setCreating(true)} />}
        list={list}
        empty={t('integrations.outgoing.none')}
        keyOf={({ id }) => id}
      >
        {(webhook) => <OutgoingRow webhook={webhook} />}
      </ListSection>
      {isCreating && (
        <CreateWebhookDialog
          conversationId={conversationId}
          onCreated={list.reload}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  )
}

function OutgoingRow({ webhook }: { webhook: WebhookPartsFragment }) {
  const { t } = useTranslation()
  const reasonOf = useReasonOf()
  const { id, name, url, state } = webhook
  return (
    <ItemRow
      icon={<Send size={18} />}
      title={<span dir="auto">{name}</span>}
      badge={state !== 'ACTIVE' && t(`integrations.outgoing.state.${state}`)}
      details={[url, state === 'ACTIVE' && reasonOf(webhook)]}
      action={
        <Link
          href={webhookPath(id)}
          className={styles.link}
          aria-label={t('integrations.outgoing.manageNamed', { name })}
        >
          {t('integrations.outgoing.manage')}
        </Link>
      }
    />
  )
}
