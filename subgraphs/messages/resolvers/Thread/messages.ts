import { messageConnection } from '../../domain/messageConnection.ts'
import { messageRange } from '../../domain/messageRange.ts'
import type { ThreadResolvers } from '../../generated.ts'

export const messages: ThreadResolvers['messages'] = async (thread, args, { threadPages }) =>
  messageConnection(
    await threadPages.page(thread, messageRange(args)),
    ({ message }) => message,
    ({ pos }) => pos,
  )
