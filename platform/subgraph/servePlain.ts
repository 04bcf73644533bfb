import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { readBytes } from './requestBody.ts'
import { passedOn } from './plain.ts'
import type { PlainHandler, PlainReply, PlainRequest } from './plain.ts'
import { streamedBody } from './streamedBody.ts'

/** Answers a plain request that a router has passed on. The stream ends with the connection, whichever ends first. */
export async function servePlain(
  handle: PlainHandler,
  request: IncomingMessage,
  response: ServerResponse,
  from: Pick<PlainRequest, 'authorization' | 'address' | 'requestId' | 'traceparent'>,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const stream = request.method === 'PUT' ? streamedBody(request, Number.MAX_SAFE_INTEGER) : undefined
  const reply = await handle({
    ...from,
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    ...(stream ? { body: Buffer.alloc(0), stream } : { body: await readBytes(request) }),
    signal: gone.signal,
  })
  stream?.destroy()
  await writeReply(reply, response)
}

/** Those headers that a subgraph gets to see. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value.slice(0, 512)]] : []
    }),
  )
}

async function writeReply({ status, headers, body }: PlainReply, response: ServerResponse): Promise<void> {
  if (response.destroyed) return void (Buffer.isBuffer(body) || body.destroy())
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
    return
  }
  response.writeHead(status, headers)
  // Sent before the first line, so that whoever asked knows that it has begun.
  response.flushHeaders()
  // Whoever hangs up destroys the response, and so the stream. That is no error.
  await pipeline(body, response).catch((error: unknown) => {
    if (!response.destroyed) throw error
  })
}
