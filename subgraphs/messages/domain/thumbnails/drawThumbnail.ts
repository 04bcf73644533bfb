/**
 * A program: a picture on standard input, its thumbnail on standard output. It is started for each picture anew, with no secret in
 * its environment, and killed when it takes too long: what a picture that was made for it does to a decoder, it does here, to nobody.
 */
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { longestSide, mostAvifPixels, mostPixels, NO_THUMBNAIL } from './bounds.ts'

sharp.cache(false)
sharp.concurrency(1)
// Formats that nobody asked for are never opened, whatever the bytes look like.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
})

/** Undefined where it moves, since a still picture of it would be another one, and where it would take too much memory. */
async function draw(bytes: Buffer): Promise<Buffer | undefined> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  const { pages = 1, format, width, height } = await picture.metadata()
  if (pages > 1 || (format === 'png' && isAnimatedPng(bytes))) return undefined
  if (format === 'heif' && width * height > mostAvifPixels) return undefined
  return (
    picture
      // As Exif says that it is to be shown; nothing else of Exif, XMP or IPTC is taken along.
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer()
  )
}

/** Its control chunk stands before the first data (https://www.w3.org/TR/png-3/#5ChunkOrdering). */
const isAnimatedPng = (bytes: Buffer) => bytes.subarray(0, Math.max(0, bytes.indexOf('IDAT'))).includes('acTL')

try {
  const drawn = await draw(await buffer(process.stdin))
  if (drawn) process.stdout.write(drawn)
  else process.exitCode = NO_THUMBNAIL
} catch (error) {
  process.stderr.write(String(error))
  process.exitCode = NO_THUMBNAIL
}
