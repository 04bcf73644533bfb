import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Below it, what is saved is not worth the time. */
const LEAST_CHARACTERS = 1_400
/** Answers compressed at the same time: more would wait for each other, and are sent as they are. */
const MOST_AT_ONCE = 16

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
let running = 0

/** How an answer is to be encoded; undefined: it is sent as it is. */
export function encodingFor(text: string, accepted: string | undefined): Encoding | undefined {
  return text.length < LEAST_CHARACTERS || running >= MOST_AT_ONCE ? undefined : chosen(accepted)
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

/** The better of what an `Accept-Encoding` header allows. Without one: none. */
function chosen(accepted = ''): Encoding | undefined {
  if (accepted === '') return undefined
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
