import { updateWebhook } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const updateWebhookResolver: MutationResolvers['updateWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ webhook: await updateWebhook(conversations, actor(), input) })
