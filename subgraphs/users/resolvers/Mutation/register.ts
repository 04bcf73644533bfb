import { register } from '../../domain/register.ts'
import type { MutationResolvers } from '../../generated.ts'

export const registerResolver: MutationResolvers['register'] = async (
  _parent,
  { input },
  { accounts, viewer, client },
) => ({
  session: await register(accounts, viewer, input, client),
})
