import type { Database, Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import {
  append,
  lockTimelines,
  type Publisher,
  type StoredPayload,
  type TimelineHead,
} from '../../../platform/timeline/index.ts'
import type { MessageRow } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readBySeqs } from '../store/readBySeqs.ts'
import { readStanding, type Standing } from '../store/readStanding.ts'

/** What changes other than sends stand on. */
export interface Changes {
  database: Database
  publisher: Publisher
}

/** A conversation whose timeline this transaction holds, and who changes it. */
export interface TimelineChange {
  readonly tx: Transaction
  readonly head: TimelineHead
  readonly standing: Standing
  readonly viewerId: string
  /** When the change takes place: milliseconds since 1970, never before the last one of this conversation. */
  readonly at: number
  /** Position of the event that is recorded next. */
  readonly nextRev: number
  /** Has the event appended in the same transaction. */
  record(payload: StoredPayload): void
}

/**
 * Changes a conversation under the lock on its timeline, as a member, and publishes after the commit. `work` may run more
 * than once (a deadlock is retried), so its only effects are in `tx` and in what it records.
 * @throws Forbidden  not an active member, or no such conversation
 */
export async function changeTimeline<T>(
  { database, publisher }: Changes,
  viewer: Identity,
  conversationId: string,
  work: (change: TimelineChange) => Promise<T>,
): Promise<T> {
  const { result, events } = await database.transaction(async (tx) => {
    // The lock comes first: a removal that its holder before has committed is then seen (I6).
    const head = (await lockTimelines(tx, [conversationId])).get(conversationId)
    const standing = head && (await readStanding(tx, conversationId, viewer.userId))
    if (!standing) throw new Forbidden('The viewer is not a member of this conversation.')
    const at = Math.max(Date.now(), head.lastActivityAt)
    const recorded: { payload: StoredPayload }[] = []
    const result = await work({
      ...{ tx, head, standing, at, viewerId: viewer.userId, nextRev: head.rev + 1 },
      record: (payload) => void recorded.push({ payload }),
    })
    return { result, events: await append(tx, [{ head, events: recorded }], at) }
  })
  if (events.length > 0) publisher.publish(events)
  return result
}

export interface MessageChange extends TimelineChange {
  /** As it is under the lock. */
  readonly message: MessageRow
}

/**
 * The same for one message.
 * @throws Forbidden  there is no such message, or the viewer is not a member of its conversation: one answer for both
 */
export async function changeMessage<T>(
  changes: Changes,
  viewer: Identity,
  messageId: string,
  work: (change: MessageChange) => Promise<T>,
): Promise<T> {
  const id = knownId(messageId)
  const [found] = id ? await readByIds(changes.database, [id]) : []
  if (!found) throw noSuchMessage()
  return changeTimeline(changes, viewer, found.conversationId, async (change) => {
    const [message] = await readBySeqs(change.tx, [found])
    if (!message) throw noSuchMessage()
    return work({ ...change, message })
  })
}

export const noSuchMessage = () => new Forbidden('There is no such message for the viewer.')
