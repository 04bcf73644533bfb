import { createIncomingWebhook, hookPath } from '../../domain/webhooks/incomingWebhooks.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createIncomingWebhookResolver: MutationResolvers['createIncomingWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  const made = await createIncomingWebhook(conversations, actor(), input)
  return { incomingWebhook: made.webhook, path: hookPath(made) }
}
