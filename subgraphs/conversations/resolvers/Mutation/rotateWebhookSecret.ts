import { rotateWebhookSecret } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const rotateWebhookSecretResolver: MutationResolvers['rotateWebhookSecret'] = (
  _parent,
  { input },
  { conversations, actor },
) => rotateWebhookSecret(conversations, actor(), input)
