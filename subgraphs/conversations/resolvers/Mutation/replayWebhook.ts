import { replayWebhook } from '../../domain/webhooks/manageWebhook.ts'
import type { MutationResolvers } from '../../generated.ts'

export const replayWebhookResolver: MutationResolvers['replayWebhook'] = async (
  _parent,
  { input },
  { conversations, actor },
) => ({ webhook: await replayWebhook(conversations, actor(), input) })
