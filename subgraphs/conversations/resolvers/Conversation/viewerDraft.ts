import type { ConversationResolvers } from '../../generated.ts'

export const viewerDraft: ConversationResolvers['viewerDraft'] = async ({ id }, _args, { loaders }) =>
  (await loaders.draft.load(id)) ?? null
