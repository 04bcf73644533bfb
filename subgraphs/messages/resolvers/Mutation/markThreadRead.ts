import { markThreadRead as mark } from '../../domain/threadPages.ts'
import type { MutationResolvers } from '../../generated.ts'

export const markThreadRead: MutationResolvers['markThreadRead'] = async (_parent, { input }, context) => ({
  thread: await mark(context, context.viewer.required(), input.messageId),
})
