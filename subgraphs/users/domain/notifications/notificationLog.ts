import { Forbidden, InvalidInput } from '../../../../platform/errors.ts'
import type { TopicEvent } from '../../../../platform/events/index.ts'
import type { Identity } from '../../../../platform/identity/index.ts'
import type { BundleTopic, TopicOpening } from '../../../../platform/subgraph/index.ts'
import { readHead } from '../../store/notifications/heads.ts'
import { readNotificationsAfter } from '../../store/notifications/notifications.ts'
import { readReadsAfter } from '../../store/notifications/reads.ts'
import { notificationTopic, readEvent, receivedEvent, resyncEvent } from './events.ts'
import type { NotificationParts } from './parts.ts'

type LogParts = Pick<NotificationParts, 'database' | 'now'>

/**
 * The log of the viewer's notifications, and where the client is in it.
 * @throws InvalidInput  a negative position, or one that is ahead of the log
 */
export async function ownNotificationLog(
  { database }: LogParts,
  { userId }: Identity,
  after: number | undefined,
): Promise<BundleTopic> {
  const { rev } = await readHead(database, userId)
  if (after !== undefined && after < 0) throw new InvalidInput('after must not be negative.')
  if (after !== undefined && after > rev) throw aheadOf(rev)
  return { topic: notificationTopic(userId), after: after ?? rev, rev }
}

/**
 * At most `limit` events after a position of the log, oldest first. Where it no longer holds what came next, one event that says so.
 * @throws Forbidden     it is the log of somebody else
 * @throws InvalidInput  `after` is ahead of the log
 */
export async function openNotificationLog(
  { database, now }: LogParts,
  { userId }: Identity,
  { topic, after, limit }: { topic: string; after: number | undefined; limit: number },
): Promise<TopicOpening> {
  if (topic !== notificationTopic(userId)) throw new Forbidden('These are the notifications of somebody else.')
  const { rev, unread } = await readHead(database, userId)
  if (after === undefined || after === rev) return { rev, events: [], more: false }
  if (after > rev) throw aheadOf(rev)
  const received = (await readNotificationsAfter(database, userId, after, limit)).map(receivedEvent)
  const reads = (await readReadsAfter(database, userId, after, limit)).map(readEvent)
  const events = unbroken([...received, ...reads], after, limit)
  const newest = events.at(-1)?.rev
  if (newest === undefined) return { rev, events: [resyncEvent(userId, rev, unread, now())], more: false }
  return { rev: Math.max(rev, newest), events, more: newest < rev }
}

const aheadOf = (rev: number) => new InvalidInput(`after is ahead of the log of notifications, which stands at ${rev}.`)

/** In the order of positions, as far as there is no hole. */
function unbroken(events: readonly TopicEvent[], after: number, limit: number): TopicEvent[] {
  const inOrder = events.toSorted((a, b) => a.rev - b.rev).slice(0, limit)
  const end = inOrder.findIndex(({ rev }, index) => rev !== after + 1 + index)
  return end === -1 ? inOrder : inOrder.slice(0, end)
}
