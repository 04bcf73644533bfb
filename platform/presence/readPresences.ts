import {
  activityKey,
  connectionsIn,
  connectionsKey,
  idleFrom,
  lastSeenIn,
  routersKey,
  seenKey,
} from '../connections/index.ts'
import type { KeyValue } from '../kv/kv.ts'
import { saidKey } from './sayAvailability.ts'

export type Availability = 'ONLINE' | 'AWAY' | 'OFFLINE'

/** A user over all their devices. */
export interface Presence {
  availability: Availability
  /** When the last connection ended, in milliseconds; undefined while there is one, or where that is not known any more. */
  lastSeenAt: number | undefined
  /** Of who is ONLINE: when they are AWAY if they do nothing, in milliseconds; undefined: that is not known. */
  awayFrom?: number | undefined
}

/** Users read in one round trip: four keys for each, and the routers. */
const AT_ONCE = 300

/**
 * How these users are now, in their order; `at` is the store's clock before, in microseconds. Somebody is ONLINE while one of their connected
 * devices is, AWAY while all of them say so, or have not been used for long.
 * @throws Unavailable  the store cannot be reached
 */
export async function readPresences(
  kv: KeyValue,
  userIds: readonly string[],
): Promise<{ at: number; presences: Presence[] }> {
  const parts = []
  for (let from = 0; from < userIds.length; from += AT_ONCE) parts.push(userIds.slice(from, from + AT_ONCE))
  const read = await Promise.all(parts.map((part) => readSome(kv, part)))
  return { at: Math.min(...read.map(({ at }) => at)), presences: read.flatMap(({ presences }) => presences) }
}

async function readSome(kv: KeyValue, userIds: readonly string[]) {
  const keys = userIds.flatMap((id) => [connectionsKey(id), saidKey(id), seenKey(id), activityKey(id)])
  const { at, fields } = await kv.readFields([routersKey, ...keys])
  const [routers, ...rest] = fields
  const presences = userIds.map((_id, index): Presence => {
    const [connections, said, seen, active] = rest.slice(4 * index)
    const open = connectionsIn(connections!, routers!)
    if (open.length === 0) return { availability: 'OFFLINE', lastSeenAt: lastSeenIn(seen!) }
    const untold = open.filter(({ sessionId }) => said!.get(sessionId)?.value !== 'AWAY')
    // One of which nothing is known is there for good.
    const awayFrom = Math.max(-1, ...untold.map(({ sessionId }) => idleFrom(active!, sessionId) ?? Infinity))
    if (awayFrom <= at / 1_000) return { availability: 'AWAY', lastSeenAt: undefined }
    return { availability: 'ONLINE', lastSeenAt: undefined, awayFrom: awayFrom === Infinity ? undefined : awayFrom }
  })
  return { at, presences }
}

/** Those of these users who are ONLINE. */
export async function onlineAmong(kv: KeyValue, userIds: readonly string[]): Promise<Set<string>> {
  const { presences } = await readPresences(kv, userIds)
  return new Set(userIds.filter((_id, index) => presences[index]!.availability === 'ONLINE'))
}
