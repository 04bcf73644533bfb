import type { Field } from '../kv/kv.ts'

/** What a router says of one connection. */
export interface ConnectionFacts {
  userId: string
  sessionId: string
  transport: 'websocket' | 'stream'
  /** Milliseconds since 1970. */
  since: number
  address?: string | undefined
  userAgent?: string | undefined
}

/** What a router says of itself. */
export interface RouterFacts {
  host: string
  pid: number
  /** Milliseconds since 1970. */
  startedAt: number
  connections: number
}

/** One open connection, as it is read back. */
export interface Connection extends Omit<ConnectionFacts, 'userId'> {
  id: string
  routerId: string
}

/** Fields: router ids, while they live. */
export const routersKey = 'connections:routers'
/** Fields: router ids, until they have left or were buried. */
export const knownRoutersKey = 'connections:routers:known'
/** Fields: the ids of one router's connections. */
export const heldKey = (routerId: string): string => `connections:of:${routerId}`
/** Fields: one user's connections, `router/connection`. */
export const connectionsKey = (userId: string): string => `connections:by:${userId}`
/** One field: when the user's last connection ended. */
export const seenKey = (userId: string): string => `connections:seen:${userId}`

/** How long it is known when somebody was last connected. */
export const SEEN_MS = 90 * 24 * 60 * 60 * 1_000

export const connectionField = (routerId: string, id: string): string => `${routerId}/${id}`

/** Of a user's fields those whose router lives. */
export function connectionsIn(fields: Map<string, Field>, routers: ReadonlyMap<string, Field>): Connection[] {
  return [...fields].flatMap(([field, { value }]) => {
    const [routerId = '', id = ''] = field.split('/')
    return routers.has(routerId) ? [{ ...(JSON.parse(value) as Connection), id, routerId }] : []
  })
}

/** Milliseconds since 1970. */
export function lastSeenIn(fields: Map<string, Field>): number | undefined {
  const value = fields.get('at')?.value
  return value === undefined ? undefined : Number(value)
}
