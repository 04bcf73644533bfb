import type { MessagePartsFragment } from '../generated.ts'
import type { ConversationState } from './applyEvent.ts'
import type { Snapshot } from './conversationStore.ts'
import { toWindow } from '../messages/messageWindow.ts'
import type { ConversationEvent } from './conversationEvent.ts'

/** What tests of this folder begin with. `__typename` is there because the cache writes by it, as in real answers. */
export const viewerId = 'ada'

export const aMessage = (seq: number, senderId = 'bea'): MessagePartsFragment =>
  ({
    __typename: 'Message',
    id: `m${seq}`,
    seq,
    text: `message ${seq}`,
    clientMessageId: `c${seq}`,
    createdAt: `2026-01-01T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
    version: 1,
    editedAt: null,
    deletedAt: null,
    expiresAt: null,
    hiddenForMe: false,
    reactions: [],
    mentions: [],
    mentionsEveryone: false,
    attachments: [],
    replyTo: null,
    threadRoot: null,
    forwardedFrom: null,
    thread: null,
    pin: null,
    sender: { __typename: 'User', id: senderId, name: senderId },
  }) as MessagePartsFragment

export const sent = (rev: number, seq: number): ConversationEvent => ({
  __typename: 'MessageSent',
  rev,
  at: `2026-01-01T11:00:${String(rev % 60).padStart(2, '0')}.000Z`,
  message: aMessage(seq),
})

export const edited = (rev: number, seq: number, text: string): ConversationEvent => ({
  __typename: 'MessageEdited',
  rev,
  at: '2026-01-01T12:00:00.000Z',
  message: { ...aMessage(seq), text, version: 2, editedAt: '2026-01-01T12:00:00.000Z' },
})

export const deleted = (rev: number, seq: number): ConversationEvent => ({
  __typename: 'MessageDeleted',
  rev,
  at: '2026-01-01T12:00:00.000Z',
  message: { ...aMessage(seq), text: '', version: 3, deletedAt: '2026-01-01T12:00:00.000Z' },
})

export const reacted = (rev: number, seq: number, userId: string, count: number, added = true): ConversationEvent => ({
  __typename: 'ReactionChanged',
  rev,
  at: '2026-01-01T12:00:00.000Z',
  emoji: '👍',
  added,
  count,
  message: { id: `m${seq}` },
  user: { id: userId },
})

export const removed = (rev: number, userId: string): ConversationEvent => ({
  __typename: 'MemberRemoved',
  rev,
  at: '2026-01-01T12:00:00.000Z',
  user: { id: userId, name: userId },
  actor: { id: 'bea', name: 'bea' },
  conversation: { id: 'c', memberCount: 1 },
})

const settings = {
  __typename: 'ConversationSettings',
  version: 0,
  mutedUntil: null,
  pinned: false,
  archived: false,
  markedUnread: false,
  notificationLevel: 'ALL',
}

/** A snapshot at `rev` with the messages up to `lastSeq`. */
export const snapshotAt = (rev: number, lastSeq: number, hasPreviousPage = false): Snapshot =>
  ({
    __typename: 'Conversation',
    id: 'c',
    rev,
    kind: 'GROUP',
    title: 'Talk',
    createdAt: '2026-01-01T09:00:00.000Z',
    lastActivityAt: '2026-01-01T10:00:00.000Z',
    memberCount: 2,
    unreadCount: 0,
    unreadAfter: lastSeq,
    mentionSeqs: [],
    avatarUrl: null,
    viewerDraft: null,
    viewerSettings: settings,
    viewerMayWrite: true,
    viewerMember: { __typename: 'Member', role: 'MEMBER', readSeq: lastSeq },
    members: { __typename: 'MemberConnection', edges: [] },
    lastMessage: lastSeq > 0 ? aMessage(lastSeq) : null,
    messages: {
      __typename: 'MessageConnection',
      edges: Array.from({ length: lastSeq }, (_, index) => ({
        __typename: 'MessageEdge',
        node: aMessage(index + 1),
      })),
      pageInfo: { __typename: 'PageInfo', hasPreviousPage, hasNextPage: false },
    },
  }) as Snapshot

export function stateAt(rev: number, lastSeq: number): ConversationState {
  const { messages, ...row } = snapshotAt(rev, lastSeq)
  return { row, timeline: messages ? toWindow(messages) : null }
}

export const seqsOf = (state: ConversationState | null): number[] =>
  state?.timeline?.messages.map(({ seq }) => seq) ?? []
