import { findOwnWebhook } from '../../domain/webhooks/listWebhooks.ts'
import type { QueryResolvers } from '../../generated.ts'

export const webhook: QueryResolvers['webhook'] = (_parent, { id }, { viewer, conversations, loaders }) => {
  viewer.required()
  return findOwnWebhook(conversations, loaders, id)
}
