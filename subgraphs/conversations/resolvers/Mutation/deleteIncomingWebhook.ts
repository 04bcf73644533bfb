import { deleteIncomingWebhook } from '../../domain/webhooks/incomingWebhooks.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteIncomingWebhookResolver: MutationResolvers['deleteIncomingWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ incomingWebhookId: await deleteIncomingWebhook(conversations, actor(), input.incomingWebhookId) })
