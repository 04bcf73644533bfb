import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import type { WebhookResolvers } from '../../generated.ts'

const cursor = createCursor(['number'])

export const attempts: WebhookResolvers['attempts'] = async ({ id }, args, { loaders }) => {
  const page = requestedPage(args, cursor, { size: 20 })
  return connectionOf(await loaders.webhookAttempts.load({ webhookId: id, page }), page, cursor, ({ number }) => [
    number,
  ])
}
