import { discardUpload as discard } from '../../domain/files/index.ts'
import type { MutationResolvers } from '../../generated.ts'

export const discardUpload: MutationResolvers['discardUpload'] = async (_parent, { input }, { viewer, files }) => ({
  attachmentId: await discard(files, viewer.required(), input.attachmentId),
})
