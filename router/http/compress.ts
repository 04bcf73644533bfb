import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { acceptedEncoding } from '../../platform/encoding/acceptedEncoding.ts'

export type Encoding = 'br' | 'gzip'

const offered: readonly Encoding[] = ['br', 'gzip']

/** Below it, what is saved is not worth the time. */
const LEAST_CHARACTERS = 1_400
/** Answers compressed at the same time: more would wait for each other, and are sent as they are. */
const MOST_AT_ONCE = 16

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
let running = 0

/** How an answer is to be encoded; undefined: it is sent as it is. */
export function encodingFor(text: string, accepted: string | undefined): Encoding | undefined {
  return text.length < LEAST_CHARACTERS || running >= MOST_AT_ONCE ? undefined : acceptedEncoding(accepted, offered)
}

export async function compress(text: string, encoding: Encoding): Promise<Buffer> {
  const bytes = Buffer.from(text)
  running++
  try {
    // Fast levels: an answer is compressed for one reader.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    return await (encoding === 'br' ? brotli(bytes, { params }) : deflate(bytes, { level: 5 }))
  } finally {
    running--
  }
}

/** Whether an `Accept-Encoding` header allows gzip, which takes little memory for a stream and is written as it comes. */
export const allowsGzip = (accepted?: string): boolean => acceptedEncoding(accepted, ['gzip']) !== undefined
