import { InvalidInput } from '../../../../platform/errors.ts'
import type { Database } from '../../../../platform/database/index.ts'
import type { TopicEvent } from '../../../../platform/events/index.ts'
import { readHead } from '../../store/notifications/heads.ts'
import { readNotificationsAfter } from '../../store/notifications/notifications.ts'
import { readReadsAfter } from '../../store/notifications/reads.ts'
import { readEvent, receivedEvent, resyncEvent } from './events.ts'

export interface LogPage {
  /** Position of the newest event. */
  rev: number
  events: TopicEvent[]
  more: boolean
}

/**
 * At most `limit` events after a position of the user's notification log, oldest first. Where the log no longer holds what
 * came next, one event that says so.
 * @throws InvalidInput  `after` is ahead of the log
 */
export async function readNotificationLog(
  database: Database,
  userId: string,
  { after, limit, now }: { after: number | undefined; limit: number; now: number },
): Promise<LogPage> {
  const { rev, unread } = await readHead(database, userId)
  if (after === undefined) return { rev, events: [], more: false }
  if (after > rev) throw new InvalidInput('after is ahead of the log of notifications.')
  if (after === rev) return { rev, events: [], more: false }
  const received = (await readNotificationsAfter(database, userId, after, limit)).map(receivedEvent)
  const reads = (await readReadsAfter(database, userId, after, limit)).map(readEvent)
  const events = unbroken([...received, ...reads], after, limit)
  const newest = events.at(-1)?.rev
  if (newest === undefined) return { rev, events: [resyncEvent(userId, rev, unread, now)], more: false }
  return { rev: Math.max(rev, newest), events, more: newest < rev }
}

/** In the order of positions, as far as there is no hole. */
function unbroken(events: readonly TopicEvent[], after: number, limit: number): TopicEvent[] {
  const inOrder = events.toSorted((a, b) => a.rev - b.rev).slice(0, limit)
  const end = inOrder.findIndex(({ rev }, index) => rev !== after + 1 + index)
  return end === -1 ? inOrder : inOrder.slice(0, end)
}
