import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

const inflated = promisify(inflate) as Decoder
const inflatedRaw = promisify(inflateRaw) as Decoder

/** The first byte of what has zlib's head; some servers send "deflate" without one. */
const ZLIB = 8

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify(gunzip) as Decoder],
  ['x-gzip', promisify(gunzip) as Decoder],
  ['deflate', (bytes, options) => (bytes[0]! % 16 === ZLIB ? inflated : inflatedRaw)(bytes, options)],
  ['br', promisify(brotliDecompress) as Decoder],
  ['zstd', promisify(zstdDecompress) as Decoder],
])

/** For `Accept-Encoding`: what `decodeContent` reads, the cheaper before the denser. */
export const DECODED_ENCODINGS = 'zstd, gzip;q=0.9, deflate;q=0.8, br;q=0.7'

/** One for each step of a body that was encoded several times: nobody has a reason for more. */
const MOST_STEPS = 2

/** A body is encoded in a way that nobody here knows. */
export class UnknownEncoding extends Error {}

/** A body is larger than its limit once it is decoded. */
export class DecodedTooLarge extends Error {}

/**
 * A body as it was before `encoding`, its `Content-Encoding`, was applied.
 * @throws UnknownEncoding, DecodedTooLarge (above `limit` bytes), Error (the bytes are broken)
 */
export async function decodeContent(bytes: Buffer, encoding: string, limit: number): Promise<Buffer> {
  let decoded = bytes
  for (const decode of stepsOf(encoding)) {
    decoded = await decode(decoded, { maxOutputLength: limit }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ERR_BUFFER_TOO_LARGE') throw cause
      throw new DecodedTooLarge(`The body is larger than ${limit} bytes once it is decoded.`, { cause })
    })
  }
  return decoded
}

/** The last one applied is taken off first. */
function stepsOf(encoding: string): Decoder[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const steps = names.map((name) => decoders.get(name))
  if (names.length > MOST_STEPS || !steps.every((step) => step !== undefined))
    throw new UnknownEncoding(
      `The body is encoded as ${JSON.stringify(encoding.slice(0, 100))}, which is not known here.`,
    )
  return steps.reverse()
}
