import type { Dispatcher, Pool } from 'undici'
import type { PlainReply, PlainRequest } from './plain.ts'
import { printable, senderHeaders } from './senderHeaders.ts'

/** Headers of an answer that are the connection's own, and end with it (RFC 9110, 7.6.1). */
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'trailer'])

/**
 * Passes a plain request to a subgraph behind HTTP. The body of its answer is a stream, which ends with `signal`; it has a length
 * where the subgraph knows it.
 */
export async function passRemote(pool: Pool, request: PlainRequest): Promise<PlainReply> {
  const answer = await pool.request({
    method: request.method as Dispatcher.HttpMethod,
    path: request.url,
    headers: { ...printableOf(request.headers), ...senderHeaders(request) },
    body: request.stream ?? (request.body.length > 0 ? request.body : null),
    // An upload takes as long as its client: what stands still is given up at the door.
    ...(request.stream && { headersTimeout: 0 }),
    signal: request.signal,
  })
  const given = Object.entries(answer.headers).flatMap(([name, value]) =>
    ofTheConnection.has(name) || value === undefined ? [] : [[name, String(value)] as const],
  )
  return { status: answer.statusCode, headers: Object.fromEntries(given), body: answer.body }
}

const printableOf = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, printable(value)]))
