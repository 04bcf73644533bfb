import type { ShownMessage } from './shownMessage.ts'

/** A message with what its place says about it: one row of the list, so that rows and messages are numbered alike. */
export interface TimelineRow {
  key: string
  message: ShownMessage
  /** The first of its day (local time): the day's name stands above it. */
  startsDay: boolean
  /** The first of what one person said in one go: their name and the time stand above it. */
  startsGroup: boolean
  endsGroup: boolean
  /** The first that was unread when one came here. */
  startsUnread: boolean
}

/** A longer silence begins a new group. */
const silenceMs = 5 * 60_000

/** @param readUpTo  `seq` after which messages of others are new; null where nothing is */
export function timelineRows(messages: readonly ShownMessage[], readUpTo: number | null, viewerId: string) {
  const rows: TimelineRow[] = []
  let isDivided = readUpTo === null
  for (const message of messages) {
    const previous = rows.at(-1)
    const startsDay = !previous || dayOf(previous.message) !== dayOf(message)
    const startsUnread = !isDivided && isNews(message, readUpTo!, viewerId)
    if (startsUnread) isDivided = true
    const startsGroup = !previous || startsDay || startsUnread || !goOn(previous.message, message)
    if (previous && startsGroup) previous.endsGroup = true
    rows.push({ key: message.key, message, startsDay, startsGroup, endsGroup: false, startsUnread })
  }
  const last = rows.at(-1)
  if (last) last.endsGroup = true
  return rows
}

const dayOf = ({ at }: ShownMessage): string => new Date(at).toDateString()

const isNews = ({ arrived, senderId }: ShownMessage, readUpTo: number, viewerId: string): boolean =>
  arrived !== null && arrived.seq > readUpTo && senderId !== viewerId

const goOn = (one: ShownMessage, next: ShownMessage): boolean =>
  one.senderId === next.senderId && next.at - one.at < silenceMs && !next.arrived?.forwardedFrom
