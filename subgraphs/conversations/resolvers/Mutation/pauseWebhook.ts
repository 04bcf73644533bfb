import { pauseWebhook } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const pauseWebhookResolver: MutationResolvers['pauseWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ webhook: await pauseWebhook(conversations, actor(), input.webhookId) })
