import type { Database } from '../../../platform/database/index.ts'
import { Forbidden, InvalidInput } from '../../../platform/errors.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import {
  conversationTopic,
  positionIn,
  readAfter,
  type ResyncRequired,
  withoutExpired,
} from '../../../platform/timeline/index.ts'
import { readPlaces } from '../store/readPlaces.ts'

export interface LogPosition {
  conversationId: string
  /** Undefined: events are wanted from now on. */
  after: number | undefined
  limit: number
}

/**
 * Opens a conversation's log for a member: where it stands, and what came after `after`.
 *
 * Where the log no longer reaches back to `after`, the one event is ResyncRequired with the log's newest position as its
 * `rev`: whoever follows positions hands it on like any event, and goes on after it.
 * @throws Forbidden     not an active member, or no such conversation
 * @throws InvalidInput  `after` is negative, or ahead of the log
 */
export async function openConversationLog(
  database: Database,
  viewer: Identity,
  { after, limit, ...position }: LogPosition,
): Promise<TopicOpening> {
  if (after !== undefined && after < 0) throw new InvalidInput('after must not be negative.')
  const conversationId = knownId(position.conversationId)
  // Written otherwise, it names another topic: one on which nothing is ever told.
  if (!conversationId || conversationId !== position.conversationId) throw notAMember()
  // The log before the membership: a removal that the membership does not show yet is then an event after `rev`, which
  // ends the subscription. The other way round, a removal in between would be missed by both (I6).
  const log = await readAfter(database, conversationId, after ?? Number.MAX_SAFE_INTEGER, limit)
  const [place] = await readPlaces(database, viewer.userId, [conversationId])
  if (!log || !place) throw notAMember()
  if (after === undefined) return { rev: log.rev, events: [], more: false }
  if (after > log.rev) throw aheadOf(log.rev)
  const [oldest] = log.events
  if (after < log.floorRev || (oldest && oldest.rev !== after + 1)) {
    return { rev: log.rev, events: [resyncRequired(conversationId, log.rev)], more: false }
  }
  const now = Date.now()
  const events = log.events.map((event) => ({ ...event, payload: withoutExpired(event.payload, now) }))
  return { rev: log.rev, events, more: log.more }
}

export const aheadOf = (rev: number) => new InvalidInput(`after is ahead of the log, which ends at ${rev}.`)

export function resyncRequired(conversationId: string, rev: number): TopicEvent {
  const payload: ResyncRequired = {
    __typename: 'ResyncRequired',
    log: conversationId,
    position: positionIn(conversationId, rev),
    rev,
    at: new Date().toISOString(),
    conversation: { __typename: 'Conversation', id: conversationId },
  }
  return { topic: conversationTopic(conversationId), rev, payload: { ...payload } }
}

const notAMember = () => new Forbidden('The viewer is not a member of this conversation.')
