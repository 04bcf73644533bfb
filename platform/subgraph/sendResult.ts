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
  const bytes = Buffer.from(JSON.stringify(result))
  const accepted = [request.headers['accept-encoding']].flat()[0]
  const encoding = bytes.length < LEAST_COMPRESSED ? undefined : acceptedEncoding(accepted, offered)
  const body = encoding ? await compress[encoding](bytes) : bytes
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      ...(encoding && { 'content-encoding': encoding }),
    })
    .end(body)
}
