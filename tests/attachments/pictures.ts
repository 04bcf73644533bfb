/** Pictures as cameras and hostile people make them. For the suites. */
import sharp from 'sharp'

/** A photograph of a telephone held upright: stored lying, red on its left, with where it was taken. */
export const photograph = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: 'blue' } })
    .composite([{ input: { create: { width: 600, height: 900, channels: 3, background: 'red' } }, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'Parley' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** Two frames. */
export async function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer()
  const frames = [await frame('red'), await frame('blue')]
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
}

/** What a picture says of itself, and the colour of a pixel. */
export async function seen(bytes: Buffer, at: { left: number; top: number }) {
  const { format, width, height, exif } = await sharp(bytes).metadata()
  const [red, green, blue] = await sharp(bytes)
    .extract({ ...at, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return { format, width, height, exif, isRed: red! > 200 && green! < 60 && blue! < 60 }
}
