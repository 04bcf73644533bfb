import { setDirectBlock } from '../../domain/setDirectBlock.ts'
import type { MutationResolvers } from '../../generated.ts'

export const setDirectBlockResolver: MutationResolvers['setDirectBlock'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  await setDirectBlock(conversations, actor(), input)
  return { blocked: input.blocked }
}
