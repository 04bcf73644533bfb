import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Below it, what is saved is not worth the time. */
const LEAST_BYTES = 1_400
/** Answers compressed at the same time: more would wait for each other, and are sent as they are. */
const MOST_AT_ONCE = 16

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
let running = 0

/** The bytes to send, and how they are encoded; undefined: as they are. */
export async function compress(
  bytes: Buffer,
  accepted: string | undefined,
): Promise<{ bytes: Buffer; encoding: Encoding | undefined }> {
  const encoding = bytes.length < LEAST_BYTES || running >= MOST_AT_ONCE ? undefined : chosen(accepted)
  if (!encoding) return { bytes, encoding: undefined }
  running++
  try {
    // Fast levels: an answer is compressed for one reader.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    return { bytes: await (encoding === 'br' ? brotli(bytes, { params }) : deflate(bytes, { level: 5 })), encoding }
  } finally {
    running--
  }
}

/** The better of what an `Accept-Encoding` header allows. Without one: none. */
function chosen(accepted = ''): Encoding | undefined {
  const weights = weightsOf(accepted)
  if (allows(weights, 'br') && (weights.get('br') ?? 0) >= (weights.get('gzip') ?? 0)) return 'br'
  return allows(weights, 'gzip') ? 'gzip' : undefined
}

/** Whether an `Accept-Encoding` header allows gzip, which takes little memory for a stream and is written as it comes. */
export const allowsGzip = (accepted = ''): boolean => allows(weightsOf(accepted), 'gzip')

const allows = (weights: ReadonlyMap<string, number>, name: Encoding) =>
  (weights.get(name) ?? weights.get('*') ?? 0) > 0

/** What it says of each encoding (RFC 9110, 12.5.3). */
const weightsOf = (accepted: string) =>
  new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return [name.trim(), Number(quality ?? 1)] as const
    }),
  )
