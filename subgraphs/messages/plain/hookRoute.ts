import { BadRequest } from '../../../platform/errors.ts'
import { jsonReply, type PlainReply, type PlainRequest } from '../../../platform/subgraph/index.ts'
import { publicMessage } from '../../../platform/timeline/index.ts'
import { postToHook } from '../domain/postToHook.ts'
import type { PlainParts } from './plainParts.ts'

/** `POST /hooks/{id}/{secret}` with JSON, and an `Idempotency-Key` */
export async function hookRoute(
  parts: PlainParts,
  request: PlainRequest,
  _url: URL,
  [hookId, secret]: readonly string[],
): Promise<PlainReply> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new BadRequest('Send the message as application/json.')
  }
  const message = await postToHook(parts, {
    hookId: hookId!,
    secret: secret!,
    body: jsonOf(request.body),
    idempotencyKey: request.headers['idempotency-key'],
    address: request.address,
  })
  return jsonReply(200, { message: publicMessage(message) })
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new BadRequest('The body is no JSON in UTF-8.')
  }
}
