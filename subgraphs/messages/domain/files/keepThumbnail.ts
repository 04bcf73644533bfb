import { Readable } from 'node:stream'
import type { ThumbnailFacts } from '../../store/files/attachments.ts'
import { bringForward } from '../../store/files/doomedObjects.ts'
import type { Files } from './createFiles.ts'
import { newObject } from './newObject.ts'
import type { PictureSize } from './picture.ts'

interface KeptPicture extends PictureSize {
  objectKey: string
  /** Bytes. */
  size: number
}

/**
 * Draws the thumbnail of a picture whose bytes are stored, and stores it too. Undefined where it has none, or none can be had now:
 * that is no reason to refuse the picture. It gets none later: a file does not change.
 */
export async function keepThumbnail(
  { database, objects, thumbnails, logger }: Files,
  { objectKey, ...picture }: KeptPicture,
): Promise<ThumbnailFacts | undefined> {
  const drawn = await thumbnails.draw({ ...picture, open: () => objects.get(objectKey) })
  if (!drawn) return undefined
  const { bytes, width, height } = drawn
  const key = await newObject(database)
  try {
    await objects.put(key, Readable.from([bytes]), bytes.length)
  } catch (error) {
    logger.warn({ error }, 'a thumbnail could not be stored')
    await bringForward(database, [key], Date.now())
    return undefined
  }
  return { thumbnailKey: key, thumbnailSize: bytes.length, thumbnailWidth: width, thumbnailHeight: height }
}
