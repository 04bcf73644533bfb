import { createBot } from '../../domain/bots.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createBotResolver: MutationResolvers['createBot'] = async (_parent, { input }, { accounts, viewer }) => ({
  bot: await createBot(accounts, viewer.required(), input),
})
