import { createGroup } from '../../domain/createGroup.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createGroupResolver: MutationResolvers['createGroup'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  const { title, memberIds } = input
  const id = await createGroup(conversations, actor(), { title, memberIds: memberIds ?? [] })
  return { conversation: await readChanged(loaders, id) }
}
