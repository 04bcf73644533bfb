import { messageConnection } from '../../domain/messageConnection.ts'
import { messageRange } from '../../domain/messageRange.ts'
import { requestedPeriod } from '../../domain/period.ts'
import { rangeAround } from '../../domain/rangeAround.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const messages: ConversationResolvers['messages'] = async (
  { id },
  { around, from, to, ...args },
  { history },
) => {
  const period = requestedPeriod({ from, to }, { around, fromSeq: args.fromSeq })
  const range = around ? await rangeAround(history, id, { ...args, around }) : messageRange(args)
  return messageConnection(
    await history.page(id, range, period),
    (message) => message,
    ({ seq }) => seq,
  )
}
