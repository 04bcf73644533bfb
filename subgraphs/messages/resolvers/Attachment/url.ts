import type { AttachmentResolvers } from '../../generated.ts'

export const url: AttachmentResolvers['url'] = ({ id }, _args, { viewer, files }) =>
  files.urls.toRead(id, viewer.required().userId)
