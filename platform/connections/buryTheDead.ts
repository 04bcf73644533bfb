import type { PubSub } from '../events/pubsub.ts'
import type { KeyValue } from '../kv/kv.ts'
import { CONNECTIONS_CHANNEL, type ConnectionsChange } from './change.ts'
import {
  connectionField,
  connectionsKey,
  heldKey,
  knownRoutersKey,
  routersKey,
  SEEN_MS,
  seenKey,
  type ConnectionFacts,
} from './keys.ts'

/** Where connections are kept, and told of. */
export interface ConnectionsPlace {
  kv: KeyValue
  pubsub: Pick<PubSub, 'publish'>
}

const BURIAL_MS = 60_000
const AT_ONCE = 64

/** Takes out what routers held that are gone without a word, and tells whose connections these were. */
export async function buryTheDead({ kv, pubsub }: ConnectionsPlace, self: string): Promise<void> {
  const [known, alive] = (await kv.readFields([knownRoutersKey, routersKey])).fields
  for (const routerId of known!.keys()) {
    if (routerId === self || alive!.has(routerId)) continue
    // One of those who notice does it; where that one dies too, another one goes on.
    if (await kv.setIfAbsent(`connections:burial:${routerId}`, self, BURIAL_MS)) await bury({ kv, pubsub }, routerId)
  }
}

async function bury({ kv, pubsub }: ConnectionsPlace, routerId: string): Promise<void> {
  const [held] = (await kv.readFields([heldKey(routerId)])).fields
  const all = [...held!].map(([id, { value }]) => ({ id, userId: (JSON.parse(value) as ConnectionFacts).userId }))
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    await Promise.all(
      some.map(async ({ id, userId }) => {
        await kv.setField(seenKey(userId), 'at', String(Date.now()), SEEN_MS)
        await kv.deleteField(connectionsKey(userId), connectionField(routerId, id))
      }),
    )
    const change: ConnectionsChange = { userIds: [...new Set(some.map(({ userId }) => userId))], ended: false }
    await pubsub.publish(CONNECTIONS_CHANNEL, JSON.stringify(change))
    // Last: a burial that breaks off is gone on with from here.
    await Promise.all(some.map(({ id }) => kv.deleteField(heldKey(routerId), id)))
  }
  await kv.deleteField(knownRoutersKey, routerId)
}
