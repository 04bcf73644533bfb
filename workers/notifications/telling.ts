import { LRUCache } from 'lru-cache'
import type { Database } from '../../platform/database/index.ts'
import type { TopicEvent } from '../../platform/events/index.ts'
import type { Desk, NotificationKind, Occasion } from './desk.ts'
import { callsOf, type Call, type Calls } from './occasions.ts'
import { kindsFor } from './rules.ts'
import { readAuthors, readKind, type ConversationKind } from './store/conversations.ts'
import { findListeners, readListeners, type Listener } from './store/members.ts'

export interface TellingParts {
  /** The conversations database. */
  database: Database
  desk: Pick<Desk, 'notify' | 'leave' | 'spreads'>
  /** Milliseconds since 1970. */
  now: () => number
}

/** Of what happened longer ago nobody is told: a new consumer group reads the log from its beginning. */
const MAX_AGE_MS = 24 * 60 * 60_000

/** Two, and one to see that there are no more. */
const DIRECT_MEMBERS = 3

/** Handles a run of events of one conversation: the statements are the same for one event and for many. */
export function createTelling({ database, desk, now }: TellingParts) {
  const kinds = new LRUCache<string, ConversationKind>({ max: 10_000 })

  async function kindOf(conversationId: string): Promise<ConversationKind | undefined> {
    const known = kinds.get(conversationId)
    if (known) return known
    const kind = await readKind(database, conversationId)
    if (kind) kinds.set(conversationId, kind)
    return kind
  }

  /** Resolves with the number of occasions; spreads count once. */
  return async (events: readonly TopicEvent[]): Promise<number> => {
    const id = conversationOf(events[0]!.topic)
    const recent = events.filter(({ payload }) => Date.parse(String(payload['at'])) > now() - MAX_AGE_MS)
    const kind = id === undefined || recent.length === 0 ? undefined : await kindOf(id)
    if (id === undefined || !kind) return 0
    const found = recent.map((event) => callsOf(event, { id, kind }))
    const all: Calls = {
      calls: found.flatMap(({ calls }) => calls),
      spreads: found.flatMap(({ spreads }) => spreads),
      leavers: found.flatMap(({ leavers }) => leavers),
    }
    const occasions = all.calls.length === 0 ? [] : await occasionsOf(database, { id, kind }, all.calls, now())
    await desk.notify(occasions)
    for (const spread of all.spreads) await desk.spreads.add(spread)
    await bidFarewell(database, desk, id, all.leavers)
    return occasions.length + all.spreads.length
  }
}

/** Undefined: the log of something else. */
const conversationOf = (topic: string) => /^conversation:(.+)$/.exec(topic)?.[1]

/** Who has come back since stays as they are. */
async function bidFarewell(database: Database, desk: Pick<Desk, 'leave'>, id: string, leavers: readonly string[]) {
  const back = new Set((await findListeners(database, id, leavers)).map(({ userId }) => userId))
  for (const userId of new Set(leavers)) if (!back.has(userId)) await desk.leave(userId, id)
}

async function occasionsOf(
  database: Database,
  { id, kind }: { id: string; kind: ConversationKind },
  calls: readonly Call[],
  now: number,
): Promise<Occasion[]> {
  const seqs = calls.flatMap(({ to }) => (to !== 'others' && 'authorOf' in to ? [to.authorOf] : []))
  const authors = await readAuthors(database, id, [...new Set(seqs)])
  const named = calls.flatMap(({ to }) => (to === 'others' ? [] : (userOf(to, authors) ?? [])))
  // Of a direct conversation both members are read, for they are called without a name.
  const listeners =
    kind === 'DIRECT'
      ? await readListeners(database, id, [0, ''], DIRECT_MEMBERS)
      : await findListeners(database, id, [...new Set(named)])
  const byUser = new Map(listeners.map((listener) => [listener.userId, listener]))
  const occasions = new Map<string, Occasion>()
  for (const call of calls) {
    const users = call.to === 'others' ? [...byUser.keys()] : [userOf(call.to, authors)]
    for (const userId of users) {
      const listener = userId === call.actorId ? undefined : byUser.get(userId ?? '')
      if (listener) addTo(occasions, call, listener, { id, now })
    }
  }
  return [...occasions.values()]
}

const userOf = (to: Exclude<Call['to'], 'others'>, authors: ReadonlyMap<number, { senderId: string }>) =>
  'userId' in to ? to.userId : authors.get(to.authorOf)?.senderId

/** One occasion for each user and subject, with all the kinds that it may be told as: calls come with the closest kind first. */
function addTo(
  occasions: Map<string, Occasion>,
  { kinds, subject, message, actorId, at }: Call,
  listener: Listener,
  { id: conversationId, now }: { id: string; now: number },
): void {
  const allowed = kindsFor(listener, kinds, message?.seq, now)
  if (allowed.length === 0) return
  const { userId } = listener
  const key = `${userId} ${subject}`
  const before: readonly NotificationKind[] = occasions.get(key)?.kinds ?? []
  const told = { userId, subject, conversationId, message, actorId, at }
  occasions.set(key, { ...told, kinds: [...new Set([...before, ...allowed])] })
}
