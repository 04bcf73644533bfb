import type { WebhookResolvers } from '../../generated.ts'

export const deliveredRev: WebhookResolvers['deliveredRev'] = ({ rev }) => rev
