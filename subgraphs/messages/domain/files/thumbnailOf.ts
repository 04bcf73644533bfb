import type { AttachedFile } from '../../../../platform/timeline/index.ts'

/** The thumbnail of a file, as the graph tells of it. */
export interface ThumbnailOf {
  attachmentId: string
  /** Pixels. */
  width: number
  height: number
}

export const thumbnailOf = ({ id, thumbnail }: Pick<AttachedFile, 'id' | 'thumbnail'>): ThumbnailOf | null =>
  thumbnail ? { attachmentId: id, ...thumbnail } : null
