import type { ThumbnailResolvers } from '../../generated.ts'

/** The address of the file says who may read both. */
export const url: ThumbnailResolvers['url'] = async ({ attachmentId }, _args, { viewer, files }) =>
  `${await files.urls.toRead(attachmentId, viewer.required().userId)}&thumbnail=1`
