import { revokeInvite } from '../../domain/revokeInvite.ts'
import type { MutationResolvers } from '../../generated.ts'

export const revokeInviteResolver: MutationResolvers['revokeInvite'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  await revokeInvite(conversations, actor(), input.code)
  return { code: input.code }
}
