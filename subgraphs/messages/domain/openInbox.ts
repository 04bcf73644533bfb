import type { Database } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { BundleTopic, TopicOpening } from '../../../platform/subgraph/topics.ts'
import {
  conversationTopic,
  inboxTopic,
  logOf,
  positionIn,
  readAfter,
  readPositions,
  readTimelines,
  type InboxResyncRequired,
} from '../../../platform/timeline/index.ts'
import { readInboxHeads } from '../store/readInboxHeads.ts'
import { readJoins } from '../store/readJoins.ts'
import { aheadOf, openConversationLog, resyncRequired } from './openConversationLog.ts'

/** Conversations that one inbox keeps live: those in which something happened last. */
const MAX_LIVE = 1_000

/**
 * The logs that make up a viewer's inbox: their own, then their conversations', with where the client is in each.
 *
 * @param after  positions that the client has; undefined: it wants what comes next
 * @throws InvalidInput  a position is none, or ahead of its log
 */
export async function openInbox(
  database: Database,
  { userId }: Pick<Identity, 'userId'>,
  after: readonly string[] | undefined,
): Promise<BundleTopic[]> {
  const known = after && readPositions(after)
  // The viewer's log before the memberships: what these do not show yet is then an event after its `rev`.
  const rev = (await readTimelines(database, [userId])).get(userId)?.rev ?? 0
  const heads = await readInboxHeads(database, userId, MAX_LIVE + 1)
  // Of the others, those in which something happens are told when the router asks again; to whom began now, by what comes from now on.
  const more = heads.length > MAX_LIVE && { again: known ? {} : { after: [] } }
  const own = { topic: inboxTopic(userId), rev, after: notAhead(known?.get(userId) ?? rev, rev), ...more }
  const joins = own.after < rev ? await readJoins(database, userId, own.after) : new Map<string, number>()
  return [own, ...heads.slice(0, MAX_LIVE).map((head) => conversationIn(head, joins, known))]
}

function conversationIn(
  { conversationId, rev }: { conversationId: string; rev: number },
  joins: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number> | undefined,
): BundleTopic {
  const topic = conversationTopic(conversationId)
  if (!known) return { topic, rev, after: rev }
  const joinedRev = joins.get(conversationId)
  // A position from before the viewer left and came back would let them hear what was said in between.
  const after = Math.max(known.get(conversationId) ?? -1, joinedRev === undefined ? -1 : joinedRev - 1)
  if (after >= 0) return { topic, rev, after: notAhead(after, rev) }
  // New to the client, though it has not come since: it was beyond those that are live.
  return { topic, rev, after: Math.max(0, rev - 1), events: [resyncRequired(conversationId, rev)] }
}

function notAhead(after: number, rev: number): number {
  if (after > rev) throw aheadOf(rev)
  return after
}

/**
 * Opens one of these logs.
 * @throws Forbidden     it is none of the viewer's
 * @throws InvalidInput  `after` is ahead of the log
 */
export async function openInboxLog(
  database: Database,
  viewer: Identity,
  { topic, after, limit }: { topic: string; after: number | undefined; limit: number },
): Promise<TopicOpening> {
  const id = logOf(topic)
  if (topic === conversationTopic(id))
    return openConversationLog(database, viewer, { conversationId: id, after, limit })
  if (topic !== inboxTopic(viewer.userId)) throw new Forbidden('This is no part of the viewer’s inbox.')
  const log = await readAfter(database, id, after ?? Number.MAX_SAFE_INTEGER, limit)
  if (!log || after === undefined) return { rev: log?.rev ?? 0, events: [], more: false }
  if (after > log.rev) throw aheadOf(log.rev)
  if (after < log.floorRev) return { rev: log.rev, events: [inboxResyncRequired(id, log.rev)], more: false }
  return { rev: log.rev, events: log.events, more: log.more }
}

function inboxResyncRequired(userId: string, rev: number): TopicEvent {
  const payload: InboxResyncRequired = {
    __typename: 'InboxResyncRequired',
    log: userId,
    position: positionIn(userId, rev),
    at: new Date().toISOString(),
  }
  return { topic: inboxTopic(userId), rev, payload: { ...payload } }
}
