import { blockUser } from '../../domain/blocks.ts'
import { tellBlockChange } from '../../domain/presence/live.ts'
import type { MutationResolvers } from '../../generated.ts'

export const blockUserResolver: MutationResolvers['blockUser'] = async (
  _parent,
  { input },
  { accounts, authorization, live, viewer },
) => {
  const identity = viewer.required()
  const user = await blockUser(accounts, { ...identity, authorization }, input.userId)
  await tellBlockChange(live, [identity.userId, user.id])
  return { user }
}
