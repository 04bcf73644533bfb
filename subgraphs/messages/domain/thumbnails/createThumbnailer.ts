import type { Readable } from 'node:stream'
import { counter, warnOccasionally, type Logger, type Metrics } from '../../../../platform/telemetry/index.ts'
import { pictureSize, type PictureSize } from '../files/picture.ts'
import { drawingMs, longestSide, mostBytes, mostPixels, NO_THUMBNAIL } from './bounds.ts'
import { runDrawing } from './runDrawing.ts'
import { Turns } from './turns.ts'

export interface Thumbnail extends PictureSize {
  /** WebP. */
  bytes: Buffer
}

/** A picture whose bytes are stored. */
export interface StoredPicture extends PictureSize {
  /** Bytes. */
  size: number
  /** Undefined where they are gone. */
  open(): Promise<Readable | undefined>
}

/** Draws thumbnails. One for the process. */
export interface Thumbnailer {
  /** Undefined where there can be none, or not now. Never rejects: a file is as good without. */
  draw(picture: StoredPicture): Promise<Thumbnail | undefined>
  /** Ends what is being drawn. */
  close(): void
}

export interface ThumbnailerOptions {
  logger: Logger
  metrics: Metrics | undefined
  /** Unset: a minute. */
  timeoutMs?: number
}

export function createThumbnailer({ logger, metrics, timeoutMs = drawingMs }: ThumbnailerOptions): Thumbnailer {
  const outcomes = metrics && thumbnailMetrics(metrics)
  const warn = warnOccasionally(logger)
  const closing = new AbortController()
  // Whoever waits is an upload, of which the door has 200, and ends those where nothing comes for two minutes.
  const turns = new Turns({ atOnce: 2, line: 200, patienceMs: 30_000 })

  async function run({ open }: StoredPicture): Promise<Thumbnail | 'none' | 'failed'> {
    try {
      const picture = await open()
      if (!picture) return 'none'
      const { status, thumbnail: bytes, words } = await runDrawing(picture, { signal: closing.signal, timeoutMs })
      if (status === NO_THUMBNAIL) return 'none'
      // Whatever the program has become of what it read: this is a picture, and a small one.
      const size = status === 0 ? pictureSize('image/webp', bytes) : null
      if (size && Math.max(size.width, size.height) <= longestSide) return { ...size, bytes }
      if (!closing.signal.aborted) warn({ status, words }, 'a thumbnail could not be drawn')
    } catch (error) {
      if (!closing.signal.aborted) warn({ error }, 'a thumbnail could not be drawn')
    }
    return 'failed'
  }

  return {
    async draw(picture) {
      const isLarge = picture.width * picture.height > mostPixels || picture.size > mostBytes
      const found = isLarge ? 'none' : ((await turns.take(() => run(picture))) ?? 'busy')
      outcomes?.inc({ outcome: typeof found === 'string' ? found : 'drawn' })
      return typeof found === 'string' ? undefined : found
    },
    close: () => closing.abort(),
  }
}

export const thumbnailMetrics = (metrics: Metrics) =>
  counter(metrics, {
    name: 'parley_thumbnails_total',
    help: 'Pictures received, by what became of their thumbnail: drawn, none (there can be none), busy (too many at once), failed.',
    labels: ['outcome'],
  })
