import { rotateIncomingWebhookSecret, hookPath } from '../../domain/webhooks/incomingWebhooks.ts'
import type { MutationResolvers } from '../../generated.ts'

export const rotateIncomingWebhookSecretResolver: MutationResolvers['rotateIncomingWebhookSecret'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  const made = await rotateIncomingWebhookSecret(conversations, actor(), input.incomingWebhookId)
  return { incomingWebhook: made.webhook, path: hookPath(made) }
}
