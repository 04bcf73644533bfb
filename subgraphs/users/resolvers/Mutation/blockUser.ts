import { blockUser } from '../../domain/blocks.ts'
import type { MutationResolvers } from '../../generated.ts'

export const blockUserResolver: MutationResolvers['blockUser'] = async (_parent, { input }, { accounts, viewer }) => ({
  user: await blockUser(accounts, viewer.required(), input.userId),
})
