import type { WebhookResolvers } from '../../generated.ts'

export const nextAttemptAt: WebhookResolvers['nextAttemptAt'] = ({ nextAt }) => nextAt
