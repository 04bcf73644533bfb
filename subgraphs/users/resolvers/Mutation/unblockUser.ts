import { unblockUser } from '../../domain/blocks.ts'
import { tellBlockChange } from '../../domain/presence/live.ts'
import type { MutationResolvers } from '../../generated.ts'

export const unblockUserResolver: MutationResolvers['unblockUser'] = async (
  _parent,
  { input },
  { accounts, authorization, live, viewer },
) => {
  const identity = viewer.required()
  const user = await unblockUser(accounts, { ...identity, authorization }, input.userId)
  await tellBlockChange(live, [identity.userId, user.id])
  return { user }
}
