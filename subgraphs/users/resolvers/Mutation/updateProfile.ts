import { updateProfile } from '../../domain/updateProfile.ts'
import type { MutationResolvers } from '../../generated.ts'

export const updateProfileResolver: MutationResolvers['updateProfile'] = async (
  _parent,
  { input },
  { accounts, viewer },
) => ({ user: await updateProfile(accounts, viewer.required(), input) })
