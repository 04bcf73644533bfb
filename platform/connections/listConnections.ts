import type { KeyValue } from '../kv/kv.ts'
import { connectionsIn, connectionsKey, heldKey, routersKey, type Connection, type RouterFacts } from './keys.ts'

/** The routers that live, oldest first. */
export async function listRouters(kv: KeyValue): Promise<({ id: string } & RouterFacts)[]> {
  const [routers] = (await kv.readFields([routersKey])).fields
  return [...routers!]
    .map(([id, { value }]) => ({ id, ...(JSON.parse(value) as RouterFacts) }))
    .sort((a, b) => a.startedAt - b.startedAt)
}

/** The open connections of one user, or those that one router holds with whose they are: at most `limit`. */
export async function findConnections(
  kv: KeyValue,
  { userId, routerId }: { userId?: string | undefined; routerId?: string | undefined },
  limit: number,
): Promise<(Connection & { userId: string })[]> {
  if (userId !== undefined) {
    const [routers, fields] = (await kv.readFields([routersKey, connectionsKey(userId)])).fields
    const open = connectionsIn(fields!, routers!).filter((one) => routerId === undefined || one.routerId === routerId)
    return open.slice(0, limit).map((one) => ({ ...one, userId }))
  }
  if (routerId === undefined) return []
  const [held] = (await kv.readFields([heldKey(routerId)])).fields
  const some = [...held!].slice(0, limit)
  return some.map(([id, { value }]) => ({ ...(JSON.parse(value) as Connection & { userId: string }), id, routerId }))
}
