import { messageConnection } from '../../domain/messageConnection.ts'
import { messageRange } from '../../domain/messageRange.ts'
import { rangeAround } from '../../domain/rangeAround.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const messages: ConversationResolvers['messages'] = async ({ id }, { around, ...args }, { history }) => {
  const range = around ? await rangeAround(history, id, { ...args, around }) : messageRange(args)
  return messageConnection(
    await history.page(id, range),
    (message) => message,
    ({ seq }) => seq,
  )
}
