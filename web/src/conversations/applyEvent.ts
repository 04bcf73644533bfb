import type {
  ConversationEventsSubscription,
  ConversationRowFragment,
  ConversationTimelineFragment,
} from '../generated.ts'
import { appendMessage } from '../messages/appendMessage.ts'
import { asNew, bury, changeMessages, react, reword, type MessageChange } from '../messages/changeMessage.ts'

export type ConversationEvent = ConversationEventsSubscription['conversationEvents']
export type ConversationRow = ConversationRowFragment
export type Timeline = ConversationTimelineFragment['messages']

/** All that is cached of a conversation, as it stands at `row.rev`. The timeline is there once it was opened. */
export interface ConversationState {
  row: ConversationRow
  timeline: Timeline | null
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
  const row = { ...state.row, rev: event.rev, lastActivityAt: event.at, ...changesOfRow(state.row, event, viewerId) }
  return { kind: 'applied', state: applyToMessages({ ...state, row }, event, viewerId) }
}

function applyToMessages(state: ConversationState, event: ConversationEvent, viewerId: string): ConversationState {
  switch (event.__typename) {
    case 'MessageSent': {
      const message = asNew(event.message)
      const timeline = state.timeline && appendMessage(state.timeline, message)
      return { row: { ...state.row, lastMessage: message }, timeline }
    }
    case 'MessageEdited':
      return changeMessagesOf(state, reword(event.message))
    case 'MessageDeleted':
      return changeMessagesOf(state, bury(event.message))
    case 'ReactionChanged': {
      const { emoji, count, added, user } = event
      const byViewer = user.id === viewerId ? added : null
      return changeMessagesOf(state, react(event.message.id, { emoji, count, byViewer }))
    }
    default:
      // Also what a newer server tells of: it moves the position, and changes nothing that is shown here.
      return state
  }
}

/** The state with its messages changed, in the timeline and where it is the newest. */
export function changeMessagesOf({ row, timeline }: ConversationState, change: MessageChange): ConversationState {
  return {
    row: row.lastMessage ? { ...row, lastMessage: change(row.lastMessage) } : row,
    timeline: timeline && changeMessages(timeline, change),
  }
}

function changesOfRow(row: ConversationRow, event: ConversationEvent, viewerId: string): Partial<ConversationRow> {
  switch (event.__typename) {
    case 'TitleChanged':
      return { title: event.title }
    case 'RoleChanged':
      return event.user.id === viewerId ? { viewerMember: ofRole(row, event.role) } : {}
    case 'MemberAdded': {
      const { memberCount } = event.conversation
      return event.user.id === viewerId ? { memberCount, viewerMember: ofRole(row, event.role) } : { memberCount }
    }
    case 'MemberRemoved': {
      const { memberCount } = event.conversation
      return event.user.id === viewerId ? { memberCount, viewerMember: null } : { memberCount }
    }
    default:
      return {}
  }
}

/** `__typename` stays with the object, so that the cache can write it back. */
const ofRole = (row: ConversationRow, role: NonNullable<ConversationRow['viewerMember']>['role']) =>
  ({ __typename: 'Member', ...row.viewerMember, role }) as ConversationRow['viewerMember']
