import type { WebhookResolvers } from '../../generated.ts'

export const owner: WebhookResolvers['owner'] = ({ ownerId }) => ({ __typename: 'User', id: ownerId })
