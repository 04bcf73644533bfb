import type { Transaction } from '../../../platform/database/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import { append, lockTimelines, type NewEvent, type TimelineHead } from '../../../platform/timeline/index.ts'
import { findConversation, type ConversationRow } from '../store/conversations.ts'
import { findMembers, type MemberRow } from '../store/members.ts'
import type { Conversations } from './conversations.ts'
import { notAMember, requirePermission, type Action } from './permissions.ts'
import { tellEndings } from './tellEndings.ts'
import { tellMembers } from './tellMembers.ts'

/** A conversation whose timeline this transaction holds: nobody else changes it or sends to it until the commit. */
export interface Change {
  readonly tx: Transaction
  readonly conversation: ConversationRow
  readonly head: TimelineHead
  /** When the change takes place: milliseconds since 1970, never before the last one of this conversation. */
  readonly at: number
  /** Has the event appended to the timeline with the change, in one transaction, so that it is ordered with the sends. */
  record(...events: NewEvent[]): void
}

/**
 * Changes a conversation under the lock on its timeline, and publishes what was recorded after the commit. `work` may
 * run more than once (a deadlock is retried), so its only effects are in `tx` and in what it records.
 * @throws Forbidden  no such conversation
 */
export async function changeConversation<T>(
  { database, publisher, live, now }: Conversations,
  conversationId: string,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const id = knownId(conversationId)
  if (!id) throw notAMember()
  const { result, events } = await database.transaction(async (tx) => {
    // The lock comes first, so that every later read sees what its former holder committed.
    const head = (await lockTimelines(tx, [id])).get(id)
    const conversation = head && (await findConversation(tx, id))
    if (!conversation) throw notAMember()
    const at = Math.max(now(), head.lastActivityAt)
    const recorded: NewEvent[] = []
    const result = await work({ tx, conversation, head, at, record: (...events) => void recorded.push(...events) })
    if (recorded.length === 0) return { result, events: [] }
    const appended = await append(tx, [{ head, events: recorded }], at)
    return { result, events: [...appended, ...(await tellMembers(tx, appended, at))] }
  })
  publisher.publish(events)
  await tellEndings(live, events)
  return result
}

/**
 * The actor's place in the conversation under change.
 * @throws Forbidden  not a member, or a role that may not do `action`
 */
export async function requireActor({ tx, conversation }: Change, userId: string, action?: Action): Promise<MemberRow> {
  const actor = (await findMembers(tx, conversation.id, [userId])).get(userId)
  if (actor?.state !== 'ACTIVE') throw notAMember()
  if (action) requirePermission(conversation, actor.role, action)
  return actor
}
