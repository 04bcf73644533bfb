import type { IncomingMessage } from 'node:http'
import { decodeContent, DecodedTooLarge, UnknownEncoding } from '../encoding/contentDecoding.ts'
import type { SubgraphRequest } from './subgraph.ts'

/** 2 MB: the largest message text is 40 kB, the largest batch of representations far below. */
export const MAX_BODY_BYTES = 2_000_000

/** A request that is not GraphQL over HTTP. */
export class HttpRefusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The GraphQL request in a body. @throws HttpRefusal */
export async function readRequest(request: IncomingMessage): Promise<SubgraphRequest> {
  if (!/^application\/(json|graphql\+json)\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json.')
  }
  const { query, operationName, variables } = parse((await decoded(request)).toString()) as Record<string, unknown>
  if (typeof query !== 'string') throw bad('"query" must be a string.')
  if (!isAbsent(operationName) && typeof operationName !== 'string') throw bad('"operationName" must be a string.')
  if (!isAbsent(variables) && !isObject(variables)) throw bad('"variables" must be an object.')
  return {
    query,
    ...(isAbsent(operationName) ? {} : { operationName: operationName as string }),
    ...(isAbsent(variables) ? {} : { variables: variables as Record<string, unknown> }),
  }
}

const bad = (message: string) => new HttpRefusal(400, 'BAD_REQUEST', message)
const isAbsent = (value: unknown) => value === undefined || value === null
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body as it was before it was encoded, at most 2 MB. @throws HttpRefusal */
async function decoded(request: IncomingMessage): Promise<Buffer> {
  const bytes = await readBytes(request)
  const encoding = request.headers['content-encoding']
  if (encoding === undefined) return bytes
  return decodeContent(bytes, encoding, MAX_BODY_BYTES).catch((error: Error) => {
    if (error instanceof DecodedTooLarge) throw tooLarge()
    if (error instanceof UnknownEncoding) throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', error.message)
    throw bad('The request is not encoded as it says.')
  })
}

const tooLarge = () => new HttpRefusal(413, 'PAYLOAD_TOO_LARGE', `The request is larger than ${MAX_BODY_BYTES} bytes.`)

/** The body, at most 2 MB. @throws HttpRefusal */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // An iterator over the request would cost as much as the rest of reading it.
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) chunks.push(chunk)
      else {
        chunks.length = 0
        reject(tooLarge())
      }
    })
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

function parse(body: string): object {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw bad('The request is not well-formed JSON.')
  }
  if (!isObject(parsed)) throw bad('The request must be a JSON object.')
  return parsed as object
}
