import { unblockUser } from '../../domain/blocks.ts'
import type { MutationResolvers } from '../../generated.ts'

export const unblockUserResolver: MutationResolvers['unblockUser'] = async (
  _parent,
  { input },
  { accounts, viewer },
) => ({ user: await unblockUser(accounts, viewer.required(), input.userId) })
