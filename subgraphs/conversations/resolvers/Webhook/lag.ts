import type { WebhookResolvers } from '../../generated.ts'

export const lag: WebhookResolvers['lag'] = ({ rev, headRev }) => Math.max(0, headRev - rev)
