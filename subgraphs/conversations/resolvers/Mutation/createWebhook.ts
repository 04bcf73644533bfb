import { createWebhook } from '../../domain/webhooks/createWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createWebhookResolver: MutationResolvers['createWebhook'] = (
  _parent,
  { input },
  { conversations, actor },
) => createWebhook(conversations, actor(), input)
