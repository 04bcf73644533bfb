import { imageSize } from 'image-size'
import { UploadMismatch } from '../../../../platform/errors.ts'

/** Pixels, as the picture is shown. */
export interface PictureSize {
  width: number
  height: number
}

/** How the files of these types begin: browsers show them within a page, so they must be what they are called. */
const beginnings: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'image/png': (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  'image/jpeg': (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/gif': (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6)),
  'image/webp': (head) => /^RIFF[^]{4}WEBP/.test(head.toString('latin1', 0, 12)),
  'image/avif': (head) => /^[^]{4}ftyp(avif|avis|mif1)/.test(head.toString('latin1', 0, 12)),
}
const maxSide = 65_535
/** From 5 on, a photograph is shown turned by a quarter (Exif 2.3, tag 274). */
const TURNED = 5

/**
 * How large a picture is, from its first bytes; null for another file, and where a picture does not say.
 * @throws UploadMismatch  it is no picture of its type
 */
export function pictureSize(contentType: string, head: Buffer): PictureSize | null {
  const begins = Object.hasOwn(beginnings, contentType) ? beginnings[contentType] : undefined
  if (!begins) return null
  if (!begins(head)) throw new UploadMismatch(`The bytes are no ${contentType}.`)
  try {
    const { width, height, orientation = 1 } = imageSize(head)
    const size = orientation >= TURNED ? { width: height, height: width } : { width, height }
    return isSide(size.width) && isSide(size.height) ? size : null
  } catch {
    // A picture that is broken further on is the same to us as a file: nobody is harmed by it.
    return null
  }
}

const isSide = (pixels: number) => Number.isInteger(pixels) && pixels > 0 && pixels <= maxSide
