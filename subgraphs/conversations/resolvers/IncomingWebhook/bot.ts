import type { IncomingWebhookResolvers } from '../../generated.ts'

export const bot: IncomingWebhookResolvers['bot'] = ({ botId }) => ({ __typename: 'User', id: botId })
