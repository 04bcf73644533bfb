import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import { acceptedEncoding } from '../encoding/acceptedEncoding.ts'
import type { SubgraphResult } from './subgraph.ts'

/** A shorter answer is sent as it is: what would be saved is not worth the time. */
const LEAST_COMPRESSED = 16_384

type Encoding = 'zstd' | 'gzip' | 'br'

/** The cheapest first. */
const offered: readonly Encoding[] = ['zstd', 'gzip', 'br']

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  zstd: promisify(zstdCompress),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 1 }),
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
}

/** Answers a GraphQL request: compressed where it is long and the request asks for it. */
export async function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: SubgraphResult,
): Promise<void> {
  const text = JSON.stringify(result)
  const length = Buffer.byteLength(text)
  const head = { 'content-type': 'application/json; charset=utf-8' }
  const accepted = [request.headers['accept-encoding']].flat()[0]
  const encoding = length < LEAST_COMPRESSED ? undefined : acceptedEncoding(accepted, offered)
  if (encoding) {
    const bytes = await compress[encoding](Buffer.from(text))
    response.writeHead(200, { ...head, 'content-length': bytes.length, 'content-encoding': encoding }).end(bytes)
    return
  }
  // A text goes out together with its head, in one piece. One of ASCII alone is not encoded again.
  response.writeHead(200, { ...head, 'content-length': length }).end(text, length === text.length ? 'latin1' : 'utf8')
}
