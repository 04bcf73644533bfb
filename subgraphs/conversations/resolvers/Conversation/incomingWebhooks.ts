import { listIncomingWebhooks } from '../../domain/webhooks/listWebhooks.ts'
import { pageOf } from '../../domain/webhooks/pageOf.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const incomingWebhooks: ConversationResolvers['incomingWebhooks'] = async (conversation, args, { loaders }) => {
  const rows = await listIncomingWebhooks(loaders, conversation)
  return rows && pageOf(rows, args)
}
