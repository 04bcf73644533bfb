import { updateBot } from '../../domain/bots.ts'
import type { MutationResolvers } from '../../generated.ts'

export const updateBotResolver: MutationResolvers['updateBot'] = async (_parent, { input }, { accounts, viewer }) => ({
  bot: await updateBot(accounts, viewer.required(), input),
})
