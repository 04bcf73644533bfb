import { deleteWebhook } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteWebhookResolver: MutationResolvers['deleteWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ webhookId: await deleteWebhook(conversations, actor(), input.webhookId) })
