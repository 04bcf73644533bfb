import { resumeWebhook } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const resumeWebhookResolver: MutationResolvers['resumeWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ webhook: await resumeWebhook(conversations, actor(), input.webhookId) })
