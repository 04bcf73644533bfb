import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest, NotFound, Unauthenticated } from '../../platform/errors.ts'
import type { ConnectionRegistry } from '../../platform/connections/index.ts'
import { sendJson } from './answer.ts'
import { Refusal } from './refusal.ts'
import { isSameSecret } from './secret.ts'

/** Shows operators which router holds which connection. */
export type ConnectionsDoor = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

const MOST = 1_000

/**
 * `GET /connections` with `x-parley-operator: <secret>`: the routers that live; with `user` or `router` (ids) also the open
 * connections of that user, or on that router, at most 1,000.
 */
export const connectionsDoor =
  (secret: string, registry: ConnectionRegistry): ConnectionsDoor =>
  async (request, response, { searchParams }) => {
    if (request.method !== 'GET') throw new Refusal(405, new BadRequest('Use GET here.'), { allow: 'GET' })
    if (!isSameSecret(String(request.headers['x-parley-operator'] ?? ''), secret)) {
      throw new Refusal(401, new Unauthenticated('Connections are shown with the secret of the operator only.'))
    }
    const [userId, routerId] = [searchParams.get('user') ?? undefined, searchParams.get('router') ?? undefined]
    if ([userId, routerId].some((id) => id !== undefined && !/^[\w-]{1,64}$/.test(id))) {
      throw new Refusal(400, new NotFound('This is no id of a user or router.'))
    }
    const routers = await registry.routers()
    const isAsked = userId !== undefined || routerId !== undefined
    const connections = isAsked ? await registry.find({ userId, routerId }, MOST) : undefined
    sendJson(response, 200, { self: registry.routerId, routers, connections }, { 'cache-control': 'no-store' })
  }
