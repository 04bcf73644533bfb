import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useSession } from '../session/useSession.ts'
import { GuestUpgrade } from '../settings/GuestUpgrade.tsx'
import { BackLink } from './BackLink.tsx'
import { ConversationWebhooks } from './ConversationWebhooks.tsx'
import { HookedConversations } from './HookedConversations.tsx'
import { WebhookPage } from './WebhookPage.tsx'

/** The webhooks of the viewer's conversations; of the one that the address names; or one webhook. */
export default function WebhookSettings() {
  const { t } = useTranslation()
  const user = useSession()?.user
  const [search] = useSearchParams()
  const [conversationId, webhookId] = [search.get('conversation'), search.get('webhook')]
  if (user?.isGuest) return <GuestUpgrade name={user.name} />
  if (webhookId) return <WebhookPage key={webhookId} webhookId={webhookId} />
  if (!conversationId) return <HookedConversations />
  return (
    <>
      <BackLink href="/settings/webhooks">{t('integrations.webhooks.allConversations')}</BackLink>
      <ConversationWebhooks key={conversationId} conversationId={conversationId} />
    </>
  )
}
