import { messageConnection } from '../../domain/messageConnection.ts'
import { messageRange } from '../../domain/messageRange.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const messages: ConversationResolvers['messages'] = async ({ id }, args, { history }) =>
  messageConnection(
    await history.page(id, messageRange(args)),
    (message) => message,
    ({ seq }) => seq,
  )
