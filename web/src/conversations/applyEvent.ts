import type { MemberRole } from '../generated.ts'
import { asNew, bury, countReply, react, reword, setPin, type MessageChange } from '../messages/changeMessage.ts'
import { addMessage, changeMessages, type MessageWindow } from '../messages/messageWindow.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import type { ConversationRow } from './conversationRow.ts'
import { isActivity } from './isActivity.ts'
import { mentionsAfter, readOn } from './unread.ts'

type NewMessage = Extract<ConversationEvent, { __typename: 'MessageSent' }>['message']
type ChangedMessage = Extract<ConversationEvent, { __typename: 'MessageEdited' }>['message']

/** All that is kept of a conversation, as it stands at `row.rev`. The timeline is there once it was opened. */
export interface ConversationState {
  row: ConversationRow
  timeline: MessageWindow | null
}

export type Outcome =
  | { kind: 'applied'; state: ConversationState }
  /** It was applied before: deliveries may repeat, their effect must not. */
  | { kind: 'known' }
  /** Events in between are missing, or the log no longer holds them: only a new snapshot helps. */
  | { kind: 'gap' }

/** The state after an event. Pure, so that "snapshot plus events equals fresh state" can be tested. */
export function applyEvent(state: ConversationState, event: ConversationEvent, viewerId: string): Outcome {
  const { rev } = state.row
  if (event.rev <= rev) return { kind: 'known' }
  if (event.__typename === 'ResyncRequired' || event.rev > rev + 1) return { kind: 'gap' }
  const lastActivityAt = isActivity(event) ? event.at : state.row.lastActivityAt
  const row = { ...state.row, rev: event.rev, lastActivityAt, ...changesOfRow(state.row, event, viewerId) }
  return { kind: 'applied', state: { row, timeline: state.timeline && applyToWindow(state.timeline, event, viewerId) } }
}

/** A run of messages after an event. One that tells of what the run shows already changes nothing. */
export function applyToWindow(window: MessageWindow, event: ConversationEvent, viewerId: string): MessageWindow {
  if (event.__typename !== 'MessageSent') {
    const change = changeOf(event, viewerId)
    return change ? changeMessages(window, change) : window
  }
  const added = addMessage(window, asNew(event.message))
  const { threadRoot, createdAt, sender } = event.message
  const isOwn = sender.id === viewerId
  return threadRoot ? changeMessages(added, countReply(threadRoot.id, { createdAt, isOwn })) : added
}

/** What an event changes of messages that are there; null where it changes none. */
function changeOf(event: ConversationEvent, viewerId: string): MessageChange | null {
  switch (event.__typename) {
    case 'MessageEdited':
      return reword(event.message)
    case 'MessageDeleted':
      return bury(event.message)
    case 'ReactionChanged': {
      const { emoji, count, added, user } = event
      return react(event.message.id, { emoji, count, byViewer: user.id === viewerId ? added : null })
    }
    case 'MessagePinned':
      return setPin(event.message.id, { pinnedAt: event.at, pinnedBy: event.actor })
    case 'MessageUnpinned':
      return setPin(event.message.id, null)
    default:
      // Also what a newer server tells of: it moves the position, and changes nothing that is shown here.
      return null
  }
}

function changesOfRow(row: ConversationRow, event: ConversationEvent, viewerId: string): Partial<ConversationRow> {
  switch (event.__typename) {
    case 'MessageSent':
      return ofNewMessage(row, event.message, viewerId)
    case 'MessageEdited':
    case 'MessageDeleted':
      return ofChangedMessage(row, event.message, viewerId)
    case 'TitleChanged':
      return { title: event.title }
    case 'AvatarChanged':
      return { avatarUrl: event.avatarUrl }
    case 'WritingChanged':
      return { viewerMayWrite: event.mayWrite }
    case 'RoleChanged':
      return event.user.id === viewerId ? ofRole(row, event.role) : {}
    case 'MemberAdded': {
      const { memberCount } = event.conversation
      return event.user.id === viewerId ? { memberCount, ...ofRole(row, event.role) } : { memberCount }
    }
    case 'MemberRemoved': {
      const { memberCount } = event.conversation
      return event.user.id === viewerId ? { memberCount, viewerMember: null, viewerMayWrite: false } : { memberCount }
    }
    default:
      return {}
  }
}

/** What the viewer writes, they have read, and all before it; what they have read on another device is not unread here. */
function ofNewMessage(row: ConversationRow, message: NewMessage, viewerId: string): Partial<ConversationRow> {
  const lastMessage = { ...message, hiddenForMe: false }
  if (message.sender.id === viewerId) return { lastMessage, ...readUpTo(row, message.seq, message.seq) }
  const named = { ...row, mentionSeqs: mentionsAfter(row, message, viewerId) }
  return { lastMessage, ...readOn(named, row.viewerMember?.readSeq ?? 0, message.seq) }
}

function ofChangedMessage(row: ConversationRow, message: ChangedMessage, viewerId: string): Partial<ConversationRow> {
  const mentionSeqs = mentionsAfter(row, message, viewerId)
  const isNewest = row.lastMessage?.id === message.id
  return isNewest ? { mentionSeqs, lastMessage: { ...row.lastMessage!, ...message } } : { mentionSeqs }
}

/** What the row says once the viewer has read everything up to `seq`; `newest` is the newest message's. */
export function readUpTo(row: ConversationRow, seq: number, newest: number): Partial<ConversationRow> {
  const { viewerMember } = row
  return {
    ...readOn(row, seq, newest),
    viewerMember: viewerMember && { ...viewerMember, readSeq: Math.max(viewerMember.readSeq, seq) },
  }
}

/** What a role of the viewer's brings along. `__typename` stays with the object, so that the cache can write it back. */
function ofRole(row: ConversationRow, role: MemberRole): Partial<ConversationRow> {
  const viewerMember = { __typename: 'Member', readSeq: 0, ...row.viewerMember, role }
  return { viewerMember, viewerMayWrite: row.kind !== 'ANNOUNCEMENT' || role === 'OWNER' || role === 'ADMIN' }
}
