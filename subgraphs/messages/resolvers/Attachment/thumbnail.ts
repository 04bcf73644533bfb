import { thumbnailOf } from '../../domain/files/thumbnailOf.ts'
import type { AttachmentResolvers } from '../../generated.ts'

export const thumbnail: AttachmentResolvers['thumbnail'] = (file) => thumbnailOf(file)
