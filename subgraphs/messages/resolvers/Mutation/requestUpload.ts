import { requestUpload as request } from '../../domain/files/index.ts'
import type { MutationResolvers } from '../../generated.ts'

export const requestUpload: MutationResolvers['requestUpload'] = async (_parent, { input }, { viewer, files }) => ({
  upload: await request(files, viewer.required(), input),
})
