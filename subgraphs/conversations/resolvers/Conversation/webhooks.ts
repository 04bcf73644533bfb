import { listWebhooks } from '../../domain/webhooks/listWebhooks.ts'
import { pageOf } from '../../domain/webhooks/pageOf.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const webhooks: ConversationResolvers['webhooks'] = async (conversation, args, { loaders }) => {
  const rows = await listWebhooks(loaders, conversation)
  return rows && pageOf(rows, args)
}
