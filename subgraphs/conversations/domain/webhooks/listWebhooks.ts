import type { ConversationView } from '../../store/conversationViews.ts'
import type { IncomingWebhookRow } from '../../store/webhooks/incomingWebhooks.ts'
import type { WebhookView } from '../../store/webhooks/webhooks.ts'
import type { Conversations } from '../conversations.ts'
import type { Loaders } from '../loaders.ts'
import { may } from '../permissions.ts'
import { webhookNamed } from './changeWebhook.ts'

/** Newest first; null for who may not manage them. */
export const listWebhooks = async (loaders: Loaders, conversation: ConversationView): Promise<WebhookView[] | null> =>
  may(conversation, conversation.viewer.role, 'manage webhooks') ? loaders.webhooks.load(conversation.id) : null

/** The same of addresses that messages are posted to. */
export const listIncomingWebhooks = async (
  loaders: Loaders,
  conversation: ConversationView,
): Promise<IncomingWebhookRow[] | null> =>
  may(conversation, conversation.viewer.role, 'manage webhooks') ? loaders.incomingWebhooks.load(conversation.id) : null

/** Null where there is none for the viewer. */
export async function findOwnWebhook(
  conversations: Conversations,
  loaders: Loaders,
  id: string,
): Promise<WebhookView | null> {
  const webhook = await webhookNamed(conversations, id)
  const conversation = webhook && (await loaders.conversation.load(webhook.conversationId))
  return conversation && may(conversation, conversation.viewer.role, 'manage webhooks') ? webhook! : null
}
