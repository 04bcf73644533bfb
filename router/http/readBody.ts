import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { decodeContent, DecodedTooLarge, UnknownEncoding } from '../../platform/encoding/contentDecoding.ts'
import { BadRequest, RequestTooLarge } from '../../platform/errors.ts'
import { Refusal } from './refusal.ts'

/** How much of a body that is too large is still taken in, and thrown away, so that its sender reads the answer. */
const DISCARDED = 16

const BYTE_ORDER_MARK = '\ufeff'

/**
 * The body as text, decoded where it came compressed.
 * @throws Refusal  413 above `limit` bytes, decoded too; 415 for an encoding that is not known; 400 when it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const sent = await readBytes(request, limit)
  const encoding = request.headers['content-encoding']
  const bytes = encoding === undefined ? sent : await decoded(sent, encoding, limit)
  if (!isUtf8(bytes)) throw new Refusal(400, new BadRequest('The request is not UTF-8.'))
  const text = bytes.toString()
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

function decoded(sent: Buffer, encoding: string, limit: number): Promise<Buffer> {
  return decodeContent(sent, encoding, limit).catch((error: Error) => {
    if (error instanceof DecodedTooLarge) throw tooLarge(limit)
    if (error instanceof UnknownEncoding) throw new Refusal(415, new BadRequest(error.message))
    throw new Refusal(400, new BadRequest('The request is not encoded as its content-encoding says.'))
  })
}

const tooLarge = (limit: number, headers: Record<string, string> = {}) =>
  new Refusal(413, new RequestTooLarge(`The request is too large: at most ${limit} bytes are allowed.`), headers)

/** The body as it is. @throws Refusal  413 above `limit` bytes */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const refused = () => tooLarge(limit, { connection: 'close' })
  if (Number(request.headers['content-length'] ?? 0) > limit * DISCARDED) throw refused()

  const chunks: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else if (size > limit * DISCARDED) reject(refused())
      else chunks.length = 0
    })
    request.on('end', resolve)
    request.on('error', reject)
  })
  if (size > limit) throw refused()
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
