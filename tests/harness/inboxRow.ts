/** A conversation as an inbox shows it. */
export interface InboxRow {
  id: string
  rev: number
  title: string | null
  topic: string | null
  lastActivityAt: string
  lastMessage: { seq: number; text: string } | null
  unreadAfter: number
  clearedSeq: number
  unreadCount: number
  mentionCount: number
  mentionSeqs: number[]
  viewerMayWrite: boolean
  viewerSettings: Record<string, unknown>
  viewerDraft: { text: string } | null
}

interface Message {
  seq: number
  text: string
  sender: { id: string }
  mentions: { id: string }[]
  mentionsEveryone: boolean
}

/** An event as the subscription above gives it: what its type does not have is absent. */
export interface InboxEvent {
  __typename: string
  log: string
  position: string
  at: string
  rev?: number
  conversation?: { id: string }
  message?: Message
  title?: string
  topic?: string | null
  mayWrite?: boolean
  unreadAfter?: number
  clearedSeq?: number
  settings?: Record<string, unknown>
  draft?: { text: string } | null
}

/** They leave a conversation where it stands in the inbox. */
const quiet = new Set([
  'MessageEdited',
  'MessageDeleted',
  'ReactionChanged',
  'MessagePinned',
  'MessageUnpinned',
  'WritingChanged',
])

/** The row after an event, all but its counts. */
export function changed(row: InboxRow, event: InboxEvent, me: string): InboxRow {
  const { message } = event
  const next = { ...row, rev: event.rev ?? row.rev }
  if (event.rev !== undefined && !quiet.has(event.__typename)) next.lastActivityAt = event.at
  if (event.title !== undefined) next.title = event.title
  if (event.topic !== undefined) next.topic = event.topic
  if (event.mayWrite !== undefined) next.viewerMayWrite = event.mayWrite
  if (event.settings) next.viewerSettings = event.settings
  if (event.draft !== undefined) next.viewerDraft = event.draft
  if (event.unreadAfter !== undefined) next.unreadAfter = Math.max(row.unreadAfter, event.unreadAfter)
  if (event.clearedSeq !== undefined) next.clearedSeq = event.clearedSeq
  if (!message) return next
  const { seq, text, sender } = message
  if (seq >= (row.lastMessage?.seq ?? 0)) next.lastMessage = { seq, text }
  if (event.__typename === 'MessageSent' && sender.id === me) next.unreadAfter = seq
  next.mentionSeqs = row.mentionSeqs.filter((other) => other !== seq)
  const isMentioned = message.mentionsEveryone || message.mentions.some(({ id }) => id === me)
  if (isMentioned && event.__typename !== 'MessageDeleted') next.mentionSeqs.push(seq)
  return next
}

export function counted(row: InboxRow): InboxRow {
  const mentionSeqs = row.mentionSeqs.filter((seq) => seq > row.unreadAfter).sort((a, b) => a - b)
  const unreadCount = Math.max(0, (row.lastMessage?.seq ?? 0) - row.unreadAfter)
  return { ...row, mentionSeqs, mentionCount: mentionSeqs.length, unreadCount }
}

/** As the inbox lists them; archived ones apart from the others. */
export const sorted = (rows: InboxRow[]): InboxRow[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.viewerSettings['archived']) - Number(b.viewerSettings['archived']) ||
      Number(b.viewerSettings['pinned']) - Number(a.viewerSettings['pinned']) ||
      b.lastActivityAt.localeCompare(a.lastActivityAt) ||
      b.id.localeCompare(a.id),
  )
