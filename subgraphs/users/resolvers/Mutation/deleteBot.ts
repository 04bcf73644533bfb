import { deleteBot } from '../../domain/bots.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteBotResolver: MutationResolvers['deleteBot'] = async (_parent, { input }, { accounts, viewer }) => ({
  botId: await deleteBot(accounts, viewer.required(), input.botId),
})
