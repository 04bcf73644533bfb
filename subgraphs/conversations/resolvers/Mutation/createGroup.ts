import { createGroup } from '../../domain/createGroup.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createGroupResolver: MutationResolvers['createGroup'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  const { title, memberIds, clientGroupId } = input
  const id = await createGroup(conversations, actor(), { title, memberIds: memberIds ?? [], clientGroupId })
  return { conversation: await readChanged(loaders, id) }
}
