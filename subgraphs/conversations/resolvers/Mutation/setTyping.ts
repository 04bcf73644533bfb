import { setTyping } from '../../domain/typing.ts'
import type { MutationResolvers } from '../../generated.ts'

export const setTypingResolver: MutationResolvers['setTyping'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  await setTyping(conversations, actor(), input)
  return { isTyping: input.isTyping }
}
