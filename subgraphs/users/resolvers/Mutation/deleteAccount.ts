import { deleteAccount } from '../../domain/deleteAccount.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteAccountResolver: MutationResolvers['deleteAccount'] = async (
  _parent,
  { input },
  { accounts, viewer, client },
) => ({ userId: await deleteAccount(accounts, viewer.required(), input.password, client) })
