import type { IncomingWebhookResolvers } from '../../generated.ts'

export const createdBy: IncomingWebhookResolvers['createdBy'] = ({ createdBy }) => ({
  __typename: 'User',
  id: createdBy,
})
